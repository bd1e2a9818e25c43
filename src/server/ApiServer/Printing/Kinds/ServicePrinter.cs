using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Services.</summary>
internal sealed class ServicePrinter : TablePrinter
{
    private static readonly Column[] _columns = Parse("Name|Type|Cluster-IP|External-IP|Port(s)|Age|Selector*");

    public override IReadOnlyList<Column> Columns => _columns;

    public override Value[] Row(IObject value, DateTimeOffset now)
    {
        var service = (Service)value;
        var internalIp = service.Spec.ClusterIPs is [var first, ..] ? first : Cells.None;
        return
        [
            service.Metadata.Name, service.Spec.Type, internalIp, External(service), Ports(service), Cells.Age(service, now), Cells.Labels(service.Spec.Selector),
        ];
    }

    private static string External(Service service)
    {
        var ips = service.Spec.ExternalIPs;
        switch (service.Spec.Type)
        {
            case "LoadBalancer":
                var balanced = new SortedSet<string>(
                    service.Status.LoadBalancer.Ingress.Select(ingress => ingress.Ip.Length > 0 ? ingress.Ip : ingress.Hostname).Where(each => each.Length > 0), StringComparer.Ordinal);
                var all = string.Join(',', balanced);
                return ips.IsEmpty ? all.Length > 0 ? all : "<pending>" : string.Join(',', (all.Length > 0 ? all.Split(',') : []).Concat(ips));
            case "ExternalName":
                return service.Spec.ExternalName;
            default:
                return ips.IsEmpty ? Cells.None : string.Join(',', ips);
        }
    }

    private static string Ports(Service service) => service.Spec.Ports.IsEmpty
        ? Cells.None
        : string.Join(',', service.Spec.Ports.Select(port => port.NodePort > 0
            ? $"{Cells.Text(port.Port)}:{Cells.Text(port.NodePort)}/{port.Protocol}"
            : $"{Cells.Text(port.Port)}/{port.Protocol}"));
}
