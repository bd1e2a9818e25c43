using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Rules;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins.Volumes;

/// <summary>
/// Places pods where their volumes can be: bound ones are reachable, and for those that wait for their first consumer a volume is there or can be made.
/// Once a node is chosen, claims are bound to volumes or handed to their provisioner before the pod is bound.
/// </summary>
/// <param name="context">The server and what is assumed.</param>
/// <param name="timeout">How long a pod may wait for its claims.</param>
public sealed class VolumeBinding(PluginContext context, TimeSpan timeout) : IPreFilterPlugin, IFilterPlugin, IReservePlugin, IPreBindPlugin, IQueueingHints
{
    private const string Key = nameof(VolumeBinding);

    /// <inheritdoc/>
    public string Name => nameof(VolumeBinding);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.Storage | ClusterEvent.NodeAdded | ClusterEvent.NodeLabels);

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster)
    {
        var (claims, refusal) = PodVolumeClaims.Of(pod.Pod, cluster.Objects);
        if (refusal is not null)
        {
            return new(Verdict.Unresolvable(Name, refusal));
        }

        if (claims is null)
        {
            return PreFilterResult.Skip;
        }

        if (claims.Immediate.Count > 0)
        {
            return new(Verdict.Unresolvable(Name, "pod has unbound immediate PersistentVolumeClaims"));
        }

        state.Set(Key, new Preparation(claims, cluster.Objects));
        return PreFilterResult.Success;
    }

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node)
    {
        var preparation = state.Get<Preparation>(Key);
        var (plan, reasons) = VolumePlan.For(preparation.Claims, node.Node, preparation.Objects);
        if (plan is null)
        {
            return Verdict.Unresolvable(Name, reasons);
        }

        preparation.Plans[node.Name] = plan;
        return Verdict.Success;
    }

    /// <inheritdoc/>
    public Verdict Reserve(CycleState state, PodInfo pod, string node)
    {
        if (!state.TryGet<Preparation>(Key, out var preparation) || !preparation.Plans.TryGetValue(node, out var plan))
        {
            return Verdict.Success;
        }

        preparation.Wanted = [.. preparation.Claims.Delayed];
        preparation.Volumes = [.. plan.Bindings.Select(binding => VolumeBindings.Bind(binding.Volume, binding.Claim))];
        preparation.Provisions = [.. plan.Provisions.Select(claim => claim with
        {
            Metadata = claim.Metadata with { Annotations = claim.Metadata.Annotations.With(PodVolumeClaims.SelectedNode, node) },
        })];
        foreach (var volume in preparation.Volumes)
        {
            context.Volumes.Assume(volume);
        }

        foreach (var claim in preparation.Provisions)
        {
            context.Volumes.Assume(claim);
        }

        return Verdict.Success;
    }

    /// <inheritdoc/>
    public void Unreserve(CycleState state, PodInfo pod, string node)
    {
        if (!state.TryGet<Preparation>(Key, out var preparation))
        {
            return;
        }

        foreach (var volume in preparation.Volumes)
        {
            context.Volumes.Forget(volume);
        }

        foreach (var claim in preparation.Provisions)
        {
            context.Volumes.Forget(claim);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Verdict> PreBindAsync(CycleState state, PodInfo pod, string node, CancellationToken cancellationToken)
    {
        if (!state.TryGet<Preparation>(Key, out var preparation) || preparation.Wanted.Length == 0 || context.Client is null || context.Objects is null)
        {
            return Verdict.Success;
        }

        var writer = new VolumeWriter(context.Client, context.Objects, context.Volumes);
        if (await writer.WriteAsync(preparation.Volumes, preparation.Provisions, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return Verdict.Failed(Name, $"binding volumes: {failure}");
        }

        return await writer.WaitAsync(preparation.Wanted, node, timeout, cancellationToken).ConfigureAwait(false) is { } problem
            ? Verdict.Failed(Name, $"binding volumes: {problem}")
            : Verdict.Success;
    }

    private sealed class Preparation(PodVolumeClaims claims, IClusterObjects objects)
    {
        public PodVolumeClaims Claims => claims;

        public IClusterObjects Objects => objects;

        public Dictionary<string, VolumePlan> Plans { get; } = [];

        public PersistentVolumeClaim[] Wanted { get; set; } = [];

        public PersistentVolume[] Volumes { get; set; } = [];

        public PersistentVolumeClaim[] Provisions { get; set; } = [];
    }
}
