using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.ResourceV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;
using ResourceClaim = Cybernetes.Api.ResourceV1.ResourceClaim;

namespace Cybernetes.Controllers.ResourceClaims;

/// <summary>Makes the resource claims of pods from templates, and frees claims whose pods are done.</summary>
public sealed class ResourceClaimController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<ResourceClaim> _claims;
    private readonly SharedInformer<ResourceClaimTemplate> _templates;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _podHost;
    private readonly ReconcilerHost<NamespacedName> _claimHost;

    /// <summary>Joins the informers.</summary>
    public ResourceClaimController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("resource_claim");
        _podHost = context.Host<NamespacedName>("resource_claim", context.Options.ConcurrentResourceClaimSyncs, SyncPodAsync);
        _claimHost = context.Host<NamespacedName>("resource_claim_release", context.Options.ConcurrentResourceClaimSyncs, SyncClaimAsync);
        _pods = context.Informers.For<Pod>();
        _claims = context.Informers.For<ResourceClaim>().AddIndex(Owners.Index, Owners.IndexKeys);
        _templates = context.Informers.For<ResourceClaimTemplate>();
        _pods.AddHandler(PodSeen, (_, after) => PodSeen(after), PodSeen);
        _claims.AddHandler(ClaimSeen, (_, after) => ClaimSeen(after), ClaimSeen);
        _templates.AddHandler(template =>
        {
            foreach (var pod in _pods.List(template.Metadata.Namespace).Where(pod => pod.Spec.ResourceClaims.Any(one => one.ResourceClaimTemplateName == template.Metadata.Name)))
            {
                _podHost.Queue.Add(NamespacedName.Of(pod));
            }
        });
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_podHost.RunAsync(cancellationToken), _claimHost.RunAsync(cancellationToken));

    private void PodSeen(Pod pod)
    {
        if (pod.Spec.ResourceClaims.IsEmpty)
        {
            return;
        }

        _podHost.Queue.Add(NamespacedName.Of(pod));
        foreach (var wanted in pod.Spec.ResourceClaims)
        {
            if (NameOf(pod, wanted) is { } name)
            {
                _claimHost.Queue.Add(new NamespacedName(pod.Metadata.Namespace, name));
            }
        }
    }

    private void ClaimSeen(ResourceClaim claim)
    {
        _claimHost.Queue.Add(NamespacedName.Of(claim));
        if (claim.ControllerOf() is { Kind: "Pod" } owner)
        {
            _podHost.Queue.Add(new NamespacedName(claim.Metadata.Namespace, owner.Name));
        }
    }

    private static string? NameOf(Pod pod, PodResourceClaim wanted) =>
        wanted.ResourceClaimName ?? pod.Status.ResourceClaimStatuses.FirstOrDefault(one => one.Name == wanted.Name)?.ResourceClaimName;

    private async ValueTask SyncPodAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_pods.Get(key) is not { } pod || pod.IsDeleting() || ClaimDecision.IsDone(pod))
        {
            return;
        }

        var made = new List<PodResourceClaimStatus>();
        foreach (var wanted in pod.Spec.ResourceClaims.Where(one => one.ResourceClaimTemplateName is not null && NameOf(pod, one) is null))
        {
            try
            {
                made.Add(new PodResourceClaimStatus { Name = wanted.Name, ResourceClaimName = await MakeAsync(pod, wanted, cancellationToken).ConfigureAwait(false) });
            }
            catch (Exception e) when (e is ApiException or IOException)
            {
                _events.Event(pod, EventType.Warning, "FailedResourceClaimCreation", $"PodResourceClaim {wanted.Name}: {e.Message}");
                throw;
            }
        }

        if (made.Count > 0)
        {
            var entries = Value.List([.. made.Select(one => Value.MapOf(("name", one.Name), ("resourceClaimName", one.ResourceClaimName!)))]);
            var patch = Patch.Strategic(Value.MapOf(("metadata", Value.MapOf(("uid", pod.Metadata.Uid))), ("status", Value.MapOf(("resourceClaimStatuses", entries)))));
            (await _context.Client.PatchAsync<Pod>(key.Namespace, key.Name, patch, "status", cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }

        await ReserveAsync(pod, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<string> MakeAsync(Pod pod, PodResourceClaim wanted, CancellationToken cancellationToken)
    {
        if (ClaimDecision.Made(pod, wanted, _claims.ByIndex(Owners.Index, pod.Metadata.Uid)) is { } known)
        {
            return known.Metadata.Name;
        }

        var template = _templates.Get(pod.Metadata.Namespace, wanted.ResourceClaimTemplateName!)
            ?? throw new IOException($"resource claim template \"{wanted.ResourceClaimTemplateName}\": resourceclaimtemplate.resource.k8s.io \"{wanted.ResourceClaimTemplateName}\" not found");
        // Names are generated, so a second run would make a second claim: the server knows of one that the cache does not show yet.
        var there = (await _context.Client.ListAsync<ResourceClaim>(pod.Metadata.Namespace, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        if (ClaimDecision.Made(pod, wanted, there.Items) is { } made)
        {
            return made.Metadata.Name;
        }

        return (await _context.Client.CreateAsync(ClaimDecision.Generate(pod, wanted, template), cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow().Metadata.Name;
    }

    // A pod that was given its node past the scheduler has nobody else to reserve its allocated claims.
    private async ValueTask ReserveAsync(Pod pod, CancellationToken cancellationToken)
    {
        if (pod.Spec.NodeName.Length == 0)
        {
            return;
        }

        foreach (var wanted in pod.Spec.ResourceClaims)
        {
            if (NameOf(pod, wanted) is { } name && _claims.Get(pod.Metadata.Namespace, name) is { Status.Allocation: not null } claim
                && !claim.IsDeleting() && claim.Status.ReservedFor.All(user => user.Uid != pod.Metadata.Uid))
            {
                var user = new ResourceClaimConsumerReference { Resource = "pods", Name = pod.Metadata.Name, Uid = pod.Metadata.Uid };
                (await _context.Client.UpdateStatusAsync(claim with { Status = claim.Status with { ReservedFor = claim.Status.ReservedFor.Add(user) } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
            }
        }
    }

    private async ValueTask SyncClaimAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_claims.Get(key) is not { } claim)
        {
            return;
        }

        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var user in claim.Status.ReservedFor.Where(user => user is { ApiGroup: "", Resource: "pods" }))
        {
            // The cache may not have the pod yet: the server is asked.
            var pod = _pods.Get(key.Namespace, user.Name);
            pod = pod?.Metadata.Uid == user.Uid ? pod : (await _context.Client.GetAsync<Pod>(key.Namespace, user.Name, cancellationToken).ConfigureAwait(false)).OrNull();
            if (pod is null || pod.Metadata.Uid != user.Uid || ClaimDecision.IsDone(pod))
            {
                gone.Add(user.Uid);
            }
        }

        var released = ClaimDecision.Release(claim, user => gone.Contains(user.Uid));
        if (released.Status != claim.Status)
        {
            released = (await _context.Client.UpdateStatusAsync(released, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        }

        if (released.Status.Allocation is null && released.Metadata.Finalizers.Contains(ClaimDecision.Finalizer))
        {
            var free = released.Metadata.Finalizers.Where(one => one != ClaimDecision.Finalizer).ToValueList();
            released = (await _context.Client.UpdateAsync(released with { Metadata = released.Metadata with { Finalizers = free } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        }

        // A generated claim of a pod that is done, but stays to be looked at, goes at once.
        if (released.Status.ReservedFor.IsEmpty && !released.IsDeleting() && released.ControllerOf() is { Kind: "Pod" } owner
            && _pods.Get(key.Namespace, owner.Name) is { } owning && owning.Metadata.Uid == owner.Uid && ClaimDecision.IsDone(owning))
        {
            var options = new DeleteOptions { Preconditions = new Api.MetaV1.Preconditions { Uid = released.Metadata.Uid } };
            (await _context.Client.DeleteAsync<ResourceClaim>(key.Namespace, key.Name, options, cancellationToken).ConfigureAwait(false)).OrNull();
        }
    }
}
