using Cybernetes.Base.Metrics;

namespace Cybernetes.Controllers.Nodes;

/// <content>How the zones are, as metrics under upstream's names; read when they are asked for.</content>
public sealed partial class NodeLifecycleController
{
    private void TellZones(MetricsRegistry metrics)
    {
        var health = metrics.Gauge("node_collector_zone_health", "Gauge measuring percentage of healthy nodes per zone.", Stability.Alpha, "zone");
        var size = metrics.Gauge("node_collector_zone_size", "Gauge measuring number of registered Nodes per zones.", Stability.Alpha, "zone");
        var unhealthy = metrics.Gauge("node_collector_unhealthy_nodes_in_zone", "Gauge measuring number of not Ready Nodes per zones.", Stability.Alpha, "zone");
        metrics.OnCollect(() =>
        {
            foreach (var zone in _nodes.List().GroupBy(NodeHealth.ZoneOf))
            {
                var (all, ready) = (zone.Count(), zone.Count(node => node.Condition("Ready")?.Status == "True"));
                health.With(zone.Key).Set(100.0 * ready / all);
                size.With(zone.Key).Set(all);
                unhealthy.With(zone.Key).Set(all - ready);
            }
        });
    }
}
