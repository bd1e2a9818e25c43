using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.EndpointMirroring;
using EndpointPort = Cybernetes.Api.CoreV1.EndpointPort;

namespace Cybernetes.Controllers.Tests.EndpointMirroring;

public sealed class MirrorPlannerTests
{
    private static Endpoints Of(params EndpointSubset[] subsets) => new()
    {
        Metadata = new ObjectMeta { Name = "db", Namespace = "default", Uid = "e", Labels = ValueMap.Of(("tier", "data")) },
        Subsets = subsets.ToValueList(),
    };

    private static EndpointSubset Subset(int port, params string[] addresses) => new()
    {
        Addresses = addresses.Select(ip => new EndpointAddress { Ip = ip }).ToValueList(),
        Ports = [new EndpointPort { Name = "p", Port = port, Protocol = "TCP" }],
    };

    [Fact]
    public void EachFamilyAndSetOfPortsGetsASlice()
    {
        var (plan, skipped, invalid) = MirrorPlanner.Plan(Of(Subset(80, "10.0.0.1", "fd00::1", "10.0.0.2"), Subset(81, "10.0.0.1")), [], 1000);
        Assert.Equal(["IPv4 2", "IPv6 1", "IPv4 1"], plan.Create.Select(slice => $"{slice.AddressType} {slice.Endpoints.Count}"));
        Assert.All(plan.Create, slice => Assert.Equal("db", slice.Metadata.Labels["kubernetes.io/service-name"]));
        Assert.All(plan.Create, slice => Assert.Equal("data", slice.Metadata.Labels["tier"]));
        Assert.Equal((0, 0), (skipped, invalid));
    }

    [Fact]
    public void WhatIsMirroredAlreadyIsLeftAlone()
    {
        var endpoints = Of(Subset(80, "10.0.0.1"));
        var slices = MirrorPlanner.Plan(endpoints, [], 1000).Plan.Create;
        Assert.True(MirrorPlanner.Plan(endpoints, slices, 1000).Plan.IsEmpty);
    }

    [Fact]
    public void AChangeOfPortsReusesTheSlice()
    {
        var slices = MirrorPlanner.Plan(Of(Subset(80, "10.0.0.1")), [], 1000).Plan.Create;
        var plan = MirrorPlanner.Plan(Of(Subset(81, "10.0.0.1")), slices, 1000).Plan;
        Assert.Equal(81, Assert.Single(plan.Update).Ports[0].Port);
        Assert.Empty(plan.Create);
        Assert.Empty(plan.Delete);
    }

    [Fact]
    public void AddressesBeyondTheLimitAndWrongOnesAreCounted()
    {
        var (plan, skipped, invalid) = MirrorPlanner.Plan(Of(Subset(80, "10.0.0.1", "nonsense", "10.0.0.2", "10.0.0.3")), [], 2);
        Assert.Equal(2, Assert.Single(plan.Create).Endpoints.Count);
        Assert.Equal((1, 1), (skipped, invalid));
    }

    [Fact]
    public void AnEmptiedObjectLosesItsMirrors()
    {
        var slices = MirrorPlanner.Plan(Of(Subset(80, "10.0.0.1")), [], 1000).Plan.Create;
        Assert.Single(MirrorPlanner.Plan(Of(), slices, 1000).Plan.Delete);
    }
}
