using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Quota;

internal sealed class ServiceQuotaEvaluator() : QuotaEvaluator(new GroupResource("", "services"))
{
    public override bool HandlesUpdate(string subresource) => subresource.Length == 0;

    public override bool Counts(string quotaName) => quotaName is "count/services" or "services" or "services.nodeports" or "services.loadbalancers";

    public override ValueMap<Quantity> Usage(IObject item, DateTimeOffset now)
    {
        var (nodePorts, balancers) = item is Service service ? Ports(service.Spec) : (0, 0);
        return ValueMap.Of(
            (CountName, (Quantity)1), ("services", 1), ("services.nodeports", nodePorts), ("services.loadbalancers", balancers));
    }

    private static (long NodePorts, long Balancers) Ports(ServiceSpec spec) => spec.Type switch
    {
        "NodePort" => (spec.Ports.Count, 0),
        "LoadBalancer" when spec.AllocateLoadBalancerNodePorts == false => (spec.Ports.Count(p => p.NodePort != 0), 1),
        "LoadBalancer" => (spec.Ports.Count, 1),
        _ => (0, 0),
    };
}
