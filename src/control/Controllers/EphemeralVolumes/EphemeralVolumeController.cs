using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.Rules;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.EphemeralVolumes;

/// <summary>Makes the claims of pods' generic ephemeral volumes. The pod owns them, so they go with it.</summary>
public sealed class EphemeralVolumeController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<PersistentVolumeClaim> _claims;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public EphemeralVolumeController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("ephemeral_volume");
        _host = context.Host<NamespacedName>("ephemeral_volume", context.Options.ConcurrentEphemeralVolumeSyncs, ReconcileAsync);
        _claims = context.Informers.For<PersistentVolumeClaim>();
        _pods = context.Informers.For<Pod>();
        _pods.AddHandler(Look);
        _claims.AddHandler(deleted: claim =>
        {
            if (claim.ControllerOf() is { Kind: "Pod" } owner)
            {
                _host.Queue.Add(new NamespacedName(claim.Metadata.Namespace, owner.Name));
            }
        });
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    /// <summary>The claim of a pod's ephemeral volume.</summary>
    internal static PersistentVolumeClaim ClaimFor(Pod pod, Volume volume)
    {
        var template = volume.VolumeSource.Ephemeral!.VolumeClaimTemplate ?? PersistentVolumeClaimTemplate.Empty;
        return new PersistentVolumeClaim
        {
            Metadata = new ObjectMeta
            {
                Name = PodClaims.NameFor(pod, volume),
                Namespace = pod.Metadata.Namespace,
                Labels = template.Metadata.Labels,
                Annotations = template.Metadata.Annotations,
                OwnerReferences = [pod.ToControllerReference()],
            },
            Spec = template.Spec,
        };
    }

    private void Look(Pod pod)
    {
        if (!pod.IsDeleting() && pod.Spec.Volumes.Any(volume => volume.VolumeSource.Ephemeral is not null))
        {
            _host.Queue.Add(NamespacedName.Of(pod));
        }
    }

    private async ValueTask ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_pods.Get(key) is not { } pod || pod.IsDeleting())
        {
            return;
        }

        foreach (var volume in pod.Spec.Volumes.Where(volume => volume.VolumeSource.Ephemeral is not null))
        {
            var wanted = ClaimFor(pod, volume);
            if (_claims.Get(key.Namespace, wanted.Metadata.Name) is { } there)
            {
                if (!PodClaims.IsFor(there, pod))
                {
                    throw new IOException($"PVC \"{NamespacedName.Of(there)}\" was not created for pod {key} (pod is not owner)");
                }

                continue;
            }

            var result = await _context.Client.CreateAsync(wanted, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!result.Ok && !result.IsAlreadyExists)
            {
                _events.Event(pod, EventType.Warning, "EphemeralVolumeCreateFailed", $"ephemeral volume {volume.Name}: create PVC {wanted.Metadata.Name}: {result.Message}");
                throw new ApiException(result.Status);
            }
        }
    }
}
