using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.Nodes;

/// <content>Taints, spread over time by zone.</content>
public sealed partial class NodeLifecycleController
{
    private readonly Dictionary<string, Zone> _zones = new(StringComparer.Ordinal);

    private async ValueTask WriteTaintsAsync(Node node, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taints = NodeTaints.WithConditionTaints(node, now);
        var key = NodeHealth.ExecuteTaint(node);
        var had = node.Spec.Taints.Any(taint => taint.Effect == "NoExecute" && taint.Key == key);
        // Swapping one of the two taints for the other evicts nobody anew.
        var swaps = key is not null && node.Spec.Taints.Any(taint => taint.Effect == "NoExecute" && taint.Key is NodeTaints.NotReady or NodeTaints.Unreachable);
        if (key is null || had || swaps || MayTaint(node))
        {
            taints = NodeTaints.WithExecuteTaint(taints, key, now);
        }

        var labels = WithOsLabels(node.Metadata.Labels);
        if (taints == node.Spec.Taints && labels == node.Metadata.Labels)
        {
            return;
        }

        var changed = node with { Metadata = node.Metadata with { Labels = labels }, Spec = node.Spec with { Taints = taints } };
        (await _context.Client.UpdateAsync(changed, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        if (key is not null && !had)
        {
            _events.Event(ReferenceTo(node), EventType.Normal, "NodeNotReady", $"Node {node.Metadata.Name} status is now: NodeNotReady");
        }
    }

    private bool MayTaint(Node node)
    {
        var zones = _nodes.List().GroupBy(NodeHealth.ZoneOf).ToDictionary(group => group.Key, group => group.ToList());
        var states = zones.ToDictionary(zone => zone.Key, zone => NodeHealth.StateOf(zone.Value, _context.Options.UnhealthyZoneThreshold));
        var name = NodeHealth.ZoneOf(node);
        if (!zones.TryGetValue(name, out var members))
        {
            return true;
        }

        // A cluster of one zone that is wholly down may be small or single: then its nodes are tainted, as upstream does at the start.
        var all = states.Values.All(state => state == ZoneState.FullDisruption) && _nodes.Count > 1;
        var rate = NodeHealth.RateOf(states[name], members.Count, all, _context.Options);
        lock (_gate)
        {
            if (!_zones.TryGetValue(name, out var zone) || zone.Rate != rate)
            {
                _zones[name] = zone = new Zone(rate, new TokenBucket(rate, 1, _context.Time));
            }

            return rate > 0 && zone.Bucket.TryTake();
        }
    }

    private static ValueMap<string> WithOsLabels(ValueMap<string> labels)
    {
        foreach (var (from, to) in ((string, string)[])[("kubernetes.io/os", "beta.kubernetes.io/os"), ("kubernetes.io/arch", "beta.kubernetes.io/arch")])
        {
            if (labels.TryGetValue(from, out var value) && labels.GetValueOrDefault(to) != value)
            {
                labels = labels.With(to, value);
            }
        }

        return labels;
    }

    private sealed record Zone(double Rate, TokenBucket Bucket);
}
