using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Containerd.Tests;

public sealed class ResizeTests(ContainerdFixture containerd)
{
    private static ResourceRequirements Cpu(string request, string limit, string memory = "64Mi") => new()
    {
        Requests = ValueMap.Of(("cpu", Quantity.Parse(request)), ("memory", Quantity.Parse(memory))),
        Limits = ValueMap.Of(("cpu", Quantity.Parse(limit)), ("memory", Quantity.Parse(memory))),
    };

    private static Pod Sized(string name, ResourceRequirements resources, ValueList<ContainerResizePolicy> policy = default)
    {
        var pod = TestPods.Run(name, TestPods.Server);
        return pod with { Spec = pod.Spec with { RestartPolicy = "Always", Containers = [pod.Spec.Containers[0] with { Resources = resources, ResizePolicy = policy }] } };
    }

    private static void Resize(NodeUnderTest node, string name, ResourceRequirements resources) => node.Api.Change<Pod>("default", name, p => p with
    {
        Metadata = p.Metadata with { Generation = p.Metadata.Generation + 1 },
        Spec = p.Spec with { Containers = p.Spec.Containers.Select(c => c with { Resources = resources }).ToValueList() },
    });

    [Fact]
    public async Task CpuGrowsAndShrinksInPlace()
    {
        var node = await containerd.NodeAsync();
        node.Create(Sized("resize", Cpu("100m", "200m")));
        var before = await node.UntilReadyAsync("resize");

        foreach (var (request, limit) in new[] { ("150m", "300m"), ("50m", "100m") })
        {
            Resize(node, "resize", Cpu(request, limit));
            var pod = await node.UntilAsync("resize", p => p.Status.ContainerStatuses[0].Resources?.Limits.GetValueOrDefault("cpu") == Quantity.Parse(limit)
                && p.Status.Conditions.All(c => c.Type is not ("PodResizeInProgress" or "PodResizePending")));
            Assert.Equal(Quantity.Parse(request), pod.Status.ContainerStatuses[0].AllocatedResources["cpu"]);
            Assert.Equal((0, before.Status.ContainerStatuses[0].ContainerID), (pod.Status.ContainerStatuses[0].RestartCount, pod.Status.ContainerStatuses[0].ContainerID));
            var quota = Directory.EnumerateFiles("/sys/fs/cgroup/cpu" + node.Options.CgroupRoot, "cpu.cfs_quota_us", SearchOption.AllDirectories)
                .First(f => f.Contains(pod.Status.ContainerStatuses[0].ContainerID["containerd://".Length..], StringComparison.Ordinal));
            Assert.Equal((Quantity.Parse(limit).MilliValue * 100).ToString(System.Globalization.CultureInfo.InvariantCulture), (await File.ReadAllTextAsync(quota, TestContext.Current.CancellationToken)).Trim());
        }
    }

    [Fact]
    public async Task AContainerIsRestartedWhereItsPolicyAsksForIt()
    {
        var node = await containerd.NodeAsync();
        node.Create(Sized("resize-restart", Cpu("100m", "100m"), [new() { ResourceName = "memory", RestartPolicy = "RestartContainer" }]));
        await node.UntilReadyAsync("resize-restart");

        Resize(node, "resize-restart", Cpu("100m", "100m", "96Mi"));

        var pod = await node.UntilAsync("resize-restart", p => p.Status.ContainerStatuses[0] is { RestartCount: 1, Ready: true });
        Assert.Equal(Quantity.Parse("96Mi"), pod.Status.ContainerStatuses[0].Resources!.Limits["memory"]);
        Assert.Contains("Normal Killing Container main resize requires restart", node.EventsOf("resize-restart"));
    }

    [Fact]
    public async Task WhatTheNodeDoesNotHaveIsInfeasible()
    {
        var node = await containerd.NodeAsync();
        node.Create(Sized("resize-large", Cpu("100m", "100m")));
        await node.UntilReadyAsync("resize-large");

        Resize(node, "resize-large", Cpu("5000", "5000"));

        var pod = await node.UntilAsync("resize-large", p => p.Status.Conditions.Any(c => c is { Type: "PodResizePending", Reason: "Infeasible" }));
        Assert.StartsWith("Node didn't have enough capacity: cpu, requested: 5000000, capacity: ", pod.Status.Conditions.First(c => c.Type == "PodResizePending").Message, StringComparison.Ordinal);
        Assert.Equal(Quantity.Parse("100m"), pod.Status.ContainerStatuses[0].AllocatedResources["cpu"]);
    }
}
