using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.Nodes;

/// <summary>What a node's silence means. Pure.</summary>
public static class NodeHealth
{
    private static readonly string[] _reported = ["Ready", "MemoryPressure", "DiskPressure", "PIDPressure"];

    /// <summary>The node with its conditions Unknown when it has been silent for too long; the very same node when nothing changes.</summary>
    /// <param name="node">The node.</param>
    /// <param name="silence">How long nothing has come from it.</param>
    /// <param name="grace">How long that may be.</param>
    /// <param name="now">The time.</param>
    public static Node Judge(Node node, TimeSpan silence, TimeSpan grace, DateTimeOffset now)
    {
        if (silence <= grace)
        {
            return node;
        }

        var conditions = node.Status.Conditions;
        foreach (var type in _reported)
        {
            var current = node.Condition(type);
            if (current is null)
            {
                conditions = conditions.Add(new NodeCondition
                {
                    Type = type,
                    Status = "Unknown",
                    Reason = "NodeStatusNeverUpdated",
                    Message = "Kubelet never posted node status.",
                    LastHeartbeatTime = node.Metadata.CreationTimestamp,
                    LastTransitionTime = now,
                });
            }
            else if (current.Status != "Unknown")
            {
                conditions = conditions.Update(condition => condition.Type == type
                    ? condition with { Status = "Unknown", Reason = "NodeStatusUnknown", Message = "Kubelet stopped posting node status.", LastTransitionTime = now }
                    : condition);
            }
        }

        return conditions == node.Status.Conditions ? node : node with { Status = node.Status with { Conditions = conditions } };
    }

    /// <summary>The key of the NoExecute taint that a node's Ready condition asks for; null for none.</summary>
    public static string? ExecuteTaint(Node node) => node.Condition("Ready")?.Status switch
    {
        "False" => NodeTaints.NotReady,
        "Unknown" => NodeTaints.Unreachable,
        _ => null,
    };

    /// <summary>How well a zone is.</summary>
    public static ZoneState StateOf(IReadOnlyCollection<Node> nodes, double threshold)
    {
        var ready = nodes.Count(node => node.Condition("Ready")?.Status == "True");
        var notReady = nodes.Count - ready;
        return ready == 0 && notReady > 0 ? ZoneState.FullDisruption
            : notReady > 2 && (double)notReady / nodes.Count >= threshold ? ZoneState.PartialDisruption
            : ZoneState.Normal;
    }

    /// <summary>How many nodes of a zone may be tainted a second.</summary>
    public static double RateOf(ZoneState state, int size, bool allDisrupted, Hosting.ControllerManagerOptions options) => state switch
    {
        // When every zone is down, it is rather the control plane that is cut off: nobody is evicted.
        ZoneState.FullDisruption when allDisrupted => 0,
        ZoneState.FullDisruption => options.NodeEvictionRate,
        ZoneState.PartialDisruption => size > options.LargeClusterSizeThreshold ? options.SecondaryNodeEvictionRate : 0,
        _ => options.NodeEvictionRate,
    };

    /// <summary>The zone of a node.</summary>
    public static string ZoneOf(Node node)
    {
        var (region, zone) = (Label(node, "topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region"), Label(node, "topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"));
        return region.Length + zone.Length == 0 ? "" : $"{region}:\0:{zone}";
    }

    private static string Label(Node node, string key, string old) =>
        node.Metadata.Labels.GetValueOrDefault(key) ?? node.Metadata.Labels.GetValueOrDefault(old) ?? "";
}

/// <summary>How well the nodes of a zone are.</summary>
public enum ZoneState
{
    /// <summary>Most are ready.</summary>
    Normal,

    /// <summary>Many are not ready.</summary>
    PartialDisruption,

    /// <summary>None is ready.</summary>
    FullDisruption,
}
