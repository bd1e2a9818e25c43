using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.NetworkingV1;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Networking and discovery.</summary>
internal static class NetworkPrinters
{
    private const int Max = 3;

    public static IEnumerable<(GroupKind, TablePrinter)> All()
    {
        const string Networking = "networking.k8s.io";
        yield return (new("discovery.k8s.io", "EndpointSlice"), TablePrinter.Of<EndpointSlice>("Name|AddressType|Ports|Endpoints|Age", (s, now) =>
            [s.Metadata.Name, s.AddressType, Ports(s), Endpoints(s), Cells.Age(s, now)]));
        yield return (new(Networking, "Ingress"), TablePrinter.Of<Ingress>("Name|Class|Hosts|Address|Ports|Age", (i, now) =>
        [
            i.Metadata.Name, i.Spec.IngressClassName ?? i.Metadata.Annotations.GetValueOrDefault("kubernetes.io/ingress.class") ?? Cells.None, Hosts(i),
            string.Join(',', i.Status.LoadBalancer.Ingress.Select(each => each.Ip.Length > 0 ? each.Ip : each.Hostname).Where(each => each.Length > 0)),
            i.Spec.Tls.IsEmpty ? "80" : "80, 443", Cells.Age(i, now),
        ]));
        yield return (new(Networking, "IngressClass"), TablePrinter.Of<IngressClass>("Name|Controller|Parameters|Age", (c, now) =>
        [
            c.Metadata.Name, c.Spec.Controller,
            c.Spec.Parameters is { } p ? $"{p.Kind}{(string.IsNullOrEmpty(p.APIGroup) ? "" : "." + p.APIGroup)}/{p.Name}" : Cells.None, Cells.Age(c, now),
        ]));
        yield return (new(Networking, "NetworkPolicy"), TablePrinter.Of<NetworkPolicy>("Name|Pod-Selector|Age", (p, now) => [p.Metadata.Name, Cells.Selector(p.Spec.PodSelector), Cells.Age(p, now)]));
        yield return (new(Networking, "ServiceCIDR"), TablePrinter.Of<ServiceCIDR>("Name|CIDRs|Age", (c, now) => [c.Metadata.Name, string.Join(',', c.Spec.Cidrs), Cells.Age(c, now)]));
        yield return (new(Networking, "IPAddress"), TablePrinter.Of<IPAddress>("Name|ParentRef", (a, _) => [a.Metadata.Name, Parent(a)]));
    }

    private static string Parent(IPAddress address)
    {
        if (address.Spec.ParentRef is not { } parent)
        {
            return Cells.None;
        }

        var resource = parent.Group.Length == 0 ? parent.Resource : $"{parent.Resource}.{parent.Group}";
        return parent.Namespace.Length == 0 ? $"{resource}/{parent.Name}" : $"{resource}/{parent.Namespace}/{parent.Name}";
    }

    private static string Hosts(Ingress ingress)
    {
        var hosts = ingress.Spec.Rules.Select(rule => rule.Host).Where(host => host.Length > 0).ToArray();
        return hosts.Length == 0 ? "*" : Cells.Few(hosts, Max);
    }

    private static string Ports(EndpointSlice slice)
    {
        if (slice.Ports.IsEmpty)
        {
            return Cells.Unset;
        }

        return Cells.Few([.. slice.Ports.Select(port => port.Port is { } number ? Cells.Text(number) : port.Name is { Length: > 0 } name ? name : "*")], Max);
    }

    private static string Endpoints(EndpointSlice slice)
    {
        var all = slice.Endpoints.SelectMany(endpoint => endpoint.Addresses).ToArray();
        return all.Length == 0 ? Cells.Unset : Cells.Few(all, Max);
    }
}
