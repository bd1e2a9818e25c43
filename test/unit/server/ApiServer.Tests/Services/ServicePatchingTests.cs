using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.Services;

namespace Cybernetes.ApiServer.Tests.Services;

public sealed class ServicePatchingTests
{
    private static readonly Service _balancer = new()
    {
        Spec = new()
        {
            Type = "LoadBalancer",
            ClusterIP = "10.0.0.1",
            ClusterIPs = ["10.0.0.1"],
            IpFamilies = ["IPv4"],
            IpFamilyPolicy = "SingleStack",
            ExternalTrafficPolicy = "Local",
            HealthCheckNodePort = 30001,
            AllocateLoadBalancerNodePorts = true,
            LoadBalancerClass = "a/b",
            Ports = [new ServicePort { Port = 80, NodePort = 30000 }],
        },
    };

    [Fact]
    public void WhatTheNewTypeMayNotHaveGoes()
    {
        var external = ServicePatching.Keep(_balancer with { Spec = _balancer.Spec with { Type = "ExternalName", ExternalName = "x.y" } }, _balancer).Spec;
        Assert.Equal(("", "", 0, null, null), (external.ClusterIP, external.ExternalTrafficPolicy, external.HealthCheckNodePort, external.AllocateLoadBalancerNodePorts, external.LoadBalancerClass));
        Assert.Equal(0, external.Ports[0].NodePort);

        var inside = ServicePatching.Keep(_balancer with { Spec = _balancer.Spec with { Type = "ClusterIP" } }, _balancer).Spec;
        Assert.Equal(("10.0.0.1", "", 0, 0), (inside.ClusterIP, inside.ExternalTrafficPolicy, inside.HealthCheckNodePort, inside.Ports[0].NodePort));
    }

    [Fact]
    public void WhatTheWriterChangedStaysForValidationToRefuse()
    {
        var changed = ServicePatching.Keep(_balancer with { Spec = _balancer.Spec with { Type = "ClusterIP", ExternalTrafficPolicy = "Cluster", HealthCheckNodePort = 30002 } }, _balancer).Spec;
        Assert.Equal(("Cluster", 30002), (changed.ExternalTrafficPolicy, changed.HealthCheckNodePort));
    }
}
