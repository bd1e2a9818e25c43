using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Admission.Plugins;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Tests.Admission;

public sealed class QuotaTests
{
    private readonly FakeCluster _cluster = new();
    private readonly ResourceQuotaPlugin _plugin;

    public QuotaTests() => _plugin = new ResourceQuotaPlugin(_cluster, _cluster, TimeProvider.System);

    [Fact]
    public async Task WhatExceedsAQuotaIsRefusedWithItsNumbers()
    {
        PutQuota(("requests.memory", "1Gi", "600Mi"), ("pods", "5", "1"));
        Assert.Equal("pods \"p\" is forbidden: exceeded quota: q, requested: requests.memory=700Mi, used: requests.memory=600Mi, limited: requests.memory=1Gi",
            (await ChargeAsync(PodWith("700Mi")))!.Message);
        Assert.Null(await ChargeAsync(PodWith("300Mi")));
        Assert.Equal("pods=2,requests.memory=900Mi", Used());
    }

    [Fact]
    public async Task AContainerMustSayWhatAQuotaCounts()
    {
        PutQuota(("limits.cpu", "2", "0"), ("requests.cpu", "1", "0"));
        Assert.Equal("pods \"p\" is forbidden: failed quota: q: must specify limits.cpu for: c; requests.cpu for: c", (await ChargeAsync(PodPluginsTests.SomePod()))!.Message);
    }

    [Fact]
    public async Task ADryRunChargesNothing()
    {
        PutQuota(("pods", "1", "0"));
        var attributes = PodPluginsTests.For(PodPluginsTests.SomePod());
        Assert.Null(await _plugin.ValidateAsync(new AdmissionAttributes
        {
            Operation = attributes.Operation, Kind = attributes.Kind, Resource = attributes.Resource, User = attributes.User, Namespace = "ns", Object = attributes.Object, DryRun = true,
        }, TestContext.Current.CancellationToken));
        Assert.Equal("pods=0", Used());
    }

    [Fact]
    public async Task ConcurrentCreatesNeverExceedAQuotaTogether()
    {
        PutQuota(("pods", "500", "0"));
        // Two servers share the store.
        var plugins = new[] { _plugin, new ResourceQuotaPlugin(_cluster, _cluster, TimeProvider.System) };
        var admitted = 0;
        await Parallel.ForAsync(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, cancel) =>
        {
            if (await plugins[i % 2].ValidateAsync(PodPluginsTests.For(PodPluginsTests.SomePod()), cancel) is null)
            {
                Interlocked.Increment(ref admitted);
            }
        });
        Assert.Equal(500, admitted);
        Assert.Equal("pods=500", Used());
    }

    [Fact]
    public async Task AScopeChoosesItsPods()
    {
        _cluster.Put(ResourceQuota.Empty with
        {
            Metadata = ObjectMeta.Empty with { Namespace = "ns", Name = "q" },
            Spec = ResourceQuotaSpec.Empty with { Scopes = ["NotBestEffort"] },
            Status = ResourceQuotaStatus.Empty with { Hard = ValueMap.Of(("pods", Quantity.Zero)), Used = ValueMap.Of(("pods", Quantity.Zero)) },
        });
        Assert.Null(await ChargeAsync(PodPluginsTests.SomePod()));
        Assert.NotNull(await ChargeAsync(PodWith("1Mi")));
    }

    [Fact]
    public async Task LimitRangesGiveDefaultsAndRefuseWhatIsOutside()
    {
        _cluster.Put(LimitRange.Empty with
        {
            Metadata = ObjectMeta.Empty with { Namespace = "ns", Name = "l" },
            Spec = LimitRangeSpec.Empty with
            {
                Limits =
                [
                    LimitRangeItem.Empty with
                    {
                        Type = "Container",
                        Max = ValueMap.Of(("memory", Quantity.Parse("1Gi"))),
                        Min = ValueMap.Of(("memory", Quantity.Parse("500Mi"))),
                        Default = ValueMap.Of(("memory", Quantity.Parse("1Gi"))),
                        DefaultRequest = ValueMap.Of(("memory", Quantity.Parse("1Gi"))),
                    },
                ],
            },
        });
        var plugin = new LimitRanger(_cluster);
        var pod = await PodPluginsTests.AdmitAsync(plugin, PodPluginsTests.SomePod());
        Assert.Equal("LimitRanger plugin set: memory request for container c; memory limit for container c", pod.Metadata.Annotations["kubernetes.io/limit-ranger"]);
        var attributes = PodPluginsTests.For(PodWith("100Mi"));
        Assert.Null(await plugin.MutateAsync(attributes, TestContext.Current.CancellationToken));
        Assert.Equal("pods \"p\" is forbidden: minimum memory usage per Container is 500Mi, but request is 100Mi",
            (await plugin.ValidateAsync(attributes, TestContext.Current.CancellationToken))!.Message);
    }

    private ValueTask<Status?> ChargeAsync(Pod pod) => _plugin.ValidateAsync(PodPluginsTests.For(pod), TestContext.Current.CancellationToken);

    private string Used() => string.Join(",", _cluster.Get<ResourceQuota>("ns", "q")!.Status.Used.Select(e => $"{e.Key}={e.Value}"));

    private void PutQuota(params (string Name, string Hard, string Used)[] entries) => _cluster.Put(ResourceQuota.Empty with
    {
        Metadata = ObjectMeta.Empty with { Namespace = "ns", Name = "q" },
        Status = ResourceQuotaStatus.Empty with
        {
            Hard = ValueMap.From(entries.Select(e => KeyValuePair.Create(e.Name, Quantity.Parse(e.Hard)))),
            Used = ValueMap.From(entries.Select(e => KeyValuePair.Create(e.Name, Quantity.Parse(e.Used)))),
        },
    });

    private static Pod PodWith(string memory)
    {
        var pod = PodPluginsTests.SomePod();
        return pod with
        {
            Spec = pod.Spec with
            {
                Containers = pod.Spec.Containers.Update(c => c with
                {
                    Resources = ResourceRequirements.Empty with { Requests = ValueMap.Of(("memory", Quantity.Parse(memory))) },
                }),
            },
        };
    }
}
