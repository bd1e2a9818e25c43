using System.Net;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Services;
using IPAddress = System.Net.IPAddress;

namespace Cybernetes.ApiServer.Tests.Services;

public sealed class ServiceNetworksTests
{
    private readonly FakeCluster _cluster = new();
    private readonly ServiceNetworks _networks;

    public ServiceNetworksTests() => _networks = new ServiceNetworks(_cluster, new AddressFamilies([IPNetwork.Parse("10.96.0.0/16")]));

    [Fact]
    public void FlagsCountUntilThereAreRanges()
    {
        Assert.Equal([IPNetwork.Parse("10.96.0.0/16")], _networks.Ready("IPv4"));
        Assert.Empty(_networks.Ready("IPv6"));
        Put("one", "10.0.0.0/24", "fd00::/112");
        Assert.Equal([IPNetwork.Parse("10.0.0.0/24")], _networks.Ready("IPv4"));
        Assert.Equal([IPNetwork.Parse("fd00::/112")], _networks.Ready("IPv6"));
    }

    [Fact]
    public void OnlyRangesThatAreReadyAndStayGiveAddresses()
    {
        Put("kubernetes", "10.96.0.0/16");
        _cluster.Put(Range("late", "10.1.0.0/24") with { Status = new() { Conditions = [new Condition { Type = "Ready", Status = "False" }] } });
        _cluster.Put(Range("going", "10.2.0.0/24") with { Metadata = new() { Name = "going", DeletionTimestamp = Api.Machinery.Time.Parse("2026-01-01T00:00:00Z") } });
        Assert.Equal([IPNetwork.Parse("10.96.0.0/16")], _networks.Ready("IPv4"));
        Put("late", "10.1.0.0/24");
        Assert.Equal(2, _networks.Ready("IPv4").Count);
    }

    [Theory]
    [InlineData("203.0.113.10", true)]
    [InlineData("203.0.113.0", false)]
    [InlineData("203.0.113.255", false)]
    [InlineData("203.0.114.1", false)]
    [InlineData("2001:db8::", false)]
    [InlineData("2001:db8::ffff", true)]
    public void TheFirstAddressIsNobodysAndIPv4sLastOneNeither(string address, bool expected)
    {
        Put("test", "203.0.113.0/24", "2001:db8::/112");
        Assert.Equal(expected, _networks.Contains(IPAddress.Parse(address)));
    }

    [Fact]
    public void AddressesWithoutAServiceGoAndServicesWithoutAnAddressGetOne()
    {
        var now = DateTimeOffset.UnixEpoch.AddHours(1);
        var (missing, orphans) = AddressRepair.Plan(
            [Service("has", "10.96.0.1"), Service("lacks", "10.96.0.2"), Service("other", "10.96.0.3"), Service("headless", "None")],
            [
                Address("10.96.0.1", "has"), Address("10.96.0.3", "before"), Address("10.96.0.9", "gone"),
                Address("10.96.0.8", "coming") with { Metadata = Address("10.96.0.8", "coming").Metadata with { CreationTimestamp = new Api.Machinery.Time(now.AddSeconds(-59)) } },
                new Api.NetworkingV1.IPAddress { Metadata = new() { Name = "255.255.255.255" }, Spec = new() { ParentRef = new() { Resource = "x", Name = "y" } } },
            ], now);
        Assert.Equal(["10.96.0.2 lacks"], missing.Select(a => $"{a.Metadata.Name} {a.Spec.ParentRef!.Name}"));
        Assert.Equal(["10.96.0.3", "10.96.0.9"], orphans.Select(a => a.Metadata.Name));
    }

    private static Api.CoreV1.Service Service(string name, string address) => new() { Metadata = new() { Namespace = "d", Name = name }, Spec = new() { Type = "ClusterIP", ClusterIP = address, ClusterIPs = [address] } };

    private static Api.NetworkingV1.IPAddress Address(string address, string service) => AddressAllocator.Make(IPAddress.Parse(address), "d", service);

    private static ServiceCIDR Range(string name, params string[] cidrs) => new() { Metadata = new() { Name = name }, Spec = new() { Cidrs = [.. cidrs] } };

    private void Put(string name, params string[] cidrs) =>
        _cluster.Put(Range(name, cidrs) with { Status = new() { Conditions = [new Condition { Type = "Ready", Status = "True" }] } });
}
