using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.Rules;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.VolumeProtection;

/// <summary>Holds claims that are to be deleted by a finalizer until no pod uses them.</summary>
public sealed class ClaimProtectionController : IController
{
    private const string Finalizer = "kubernetes.io/pvc-protection";
    private const string ByClaim = "pods-by-claim";
    private readonly ControllerContext _context;
    private readonly SharedInformer<PersistentVolumeClaim> _claims;
    private readonly SharedInformer<Pod> _pods;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public ClaimProtectionController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<NamespacedName>("pvcprotection", 1, ReconcileAsync);
        _claims = context.Informers.For<PersistentVolumeClaim>();
        _pods = context.Informers.For<Pod>().AddIndex(ByClaim, pod => PodClaims.Of(pod).Select(name => $"{pod.Metadata.Namespace}/{name}"));
        _claims.AddHandler(Look, (_, after) => Look(after));
        _pods.AddHandler(
            updated: (before, after) =>
            {
                if (before.Metadata.Uid != after.Metadata.Uid)
                {
                    EnqueueClaims(before);
                }

                if (!Uses(after))
                {
                    EnqueueClaims(after);
                }
            },
            deleted: EnqueueClaims);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    /// <summary>Whether a pod holds its claims: it has a node, and has neither ended nor been stopped for deletion.</summary>
    internal static bool Uses(Pod pod) =>
        pod.Spec.NodeName.Length > 0 && !pod.IsTerminal()
        && !(pod.IsDeleting() && pod.Status.ContainerStatuses.All(status => status.State is { Terminated: not null } or { Waiting: not null, Running: null }) && !pod.Status.ContainerStatuses.IsEmpty);

    private void Look(PersistentVolumeClaim claim)
    {
        if (claim.IsDeleting() == claim.Metadata.Finalizers.Contains(Finalizer))
        {
            _host.Queue.Add(NamespacedName.Of(claim));
        }
    }

    private void EnqueueClaims(Pod pod)
    {
        foreach (var name in PodClaims.Of(pod))
        {
            if (_claims.Get(pod.Metadata.Namespace, name) is { } claim)
            {
                Look(claim);
            }
        }
    }

    private async ValueTask ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_claims.Get(key) is not { } claim || claim.IsDeleting() != claim.Metadata.Finalizers.Contains(Finalizer))
        {
            return;
        }

        if (!claim.IsDeleting())
        {
            await WriteAsync(claim, claim.Metadata.Finalizers.Add(Finalizer), cancellationToken).ConfigureAwait(false);
            return;
        }

        if (_pods.ByIndex(ByClaim, key.ToString()).Any(Uses))
        {
            return;
        }

        // A pod may have got its node a moment ago: only the server knows for certain.
        var pods = (await _context.Client.ListAsync<Pod>(key.Namespace, new ListOptions(), cancellationToken).ConfigureAwait(false)).OrThrow();
        if (!pods.Items.Any(pod => Uses(pod) && PodClaims.Of(pod).Contains(key.Name)))
        {
            await WriteAsync(claim, claim.Metadata.Finalizers.Where(one => one != Finalizer).ToValueList(), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteAsync(PersistentVolumeClaim claim, ValueList<string> finalizers, CancellationToken cancellationToken) =>
        (await _context.Client.UpdateAsync(claim with { Metadata = claim.Metadata with { Finalizers = finalizers } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
}
