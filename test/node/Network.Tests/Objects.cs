using System.Net;
using Cybernetes.Proxy;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Network.Tests;

/// <summary>Objects for the tests, with what matters named.</summary>
internal static class Objects
{
    public static readonly ProxyNode Node = new("here")
    {
        Zone = "z1",
        NodePortAddresses = [IPAddress.Parse("192.168.0.1"), IPAddress.Parse("fd01::1")],
        ClusterCidrs = [IPNetwork.Parse("10.244.0.0/16"), IPNetwork.Parse("fd00:10:244::/56")],
        ServiceCidrs = [IPNetwork.Parse("10.96.0.0/16"), IPNetwork.Parse("fd00:10:96::/112")],
    };

    public static Service Service(string type = "ClusterIP", Func<ServiceSpec, ServiceSpec>? change = null, params string[] balancer)
    {
        var spec = new ServiceSpec
        {
            Type = type,
            ClusterIP = "10.96.0.5",
            ClusterIPs = ["10.96.0.5"],
            Ports = [new ServicePort { Name = "http", Protocol = "TCP", Port = 80, NodePort = type == "ClusterIP" ? 0 : 30080 }],
        };
        return new Service
        {
            Metadata = new ObjectMeta { Namespace = "ns1", Name = "svc1" },
            Spec = change is null ? spec : change(spec),
            Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = [.. balancer.Select(ip => new LoadBalancerIngress { Ip = ip })] } },
        };
    }

    public static EndpointSlice Slice(params Endpoint[] endpoints) => Slice("IPv4", "TCP", endpoints);

    public static EndpointSlice Slice(string type, string protocol, params Endpoint[] endpoints) => new()
    {
        Metadata = new ObjectMeta { Namespace = "ns1", Name = "svc1-x" },
        AddressType = type,
        Ports = [new Cybernetes.Api.DiscoveryV1.EndpointPort { Name = "http", Protocol = protocol, Port = 8080 }],
        Endpoints = [.. endpoints],
    };

    public static Endpoint At(string address, string node = "there", bool ready = true, bool terminating = false, string? zoneHint = null, string? nodeHint = null) => new()
    {
        Addresses = [address],
        NodeName = node,
        Conditions = new EndpointConditions { Ready = ready, Serving = ready || terminating, Terminating = terminating },
        Hints = zoneHint is null && nodeHint is null ? null : new EndpointHints
        {
            ForZones = zoneHint is null ? [] : [new ForZone { Name = zoneHint }],
            ForNodes = nodeHint is null ? [] : [new ForNode { Name = nodeHint }],
        },
    };
}
