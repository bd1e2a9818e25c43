using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.Command;
using Cybernetes.Kubelet.Envs;
using Cybernetes.Kubelet.Images;
using Cybernetes.Kubelet.Resources;

namespace Cybernetes.Kubelet.Tests;

public sealed class PureTests
{
    [Theory]
    [InlineData("$(A)", "1")]
    [InlineData("$$(A)", "$(A)")]
    [InlineData("$(B)", "$(B)")]
    [InlineData("$A $(A", "$A $(A")]
    [InlineData("x$$", "x$")]
    public void ReferencesAreExpanded(string input, string expected) => Assert.Equal(expected, Expansion.Expand(input, name => name == "A" ? "1" : null));

    [Theory]
    [InlineData("busybox", "busybox:latest")]
    [InlineData("a.b:5000/x/y:1", "a.b:5000/x/y:1")]
    [InlineData("x@sha256:0123456789012345678901234567890123456789012345678901234567890123", "x@sha256:0123456789012345678901234567890123456789012345678901234567890123")]
    public void AnImageNameGetsItsDefaultTag(string image, string expected)
    {
        Assert.True(ImageName.TryNormalize(image, out var name, out _));
        Assert.Equal(expected, name);
    }

    [Theory]
    [InlineData("upper/Case")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("x:")]
    public void ABadImageNameIsRefused(string image) => Assert.False(ImageName.TryNormalize(image, out _, out _));

    [Theory]
    [InlineData("", "", "BestEffort")]
    [InlineData("100m", "", "Burstable")]
    [InlineData("100m", "100m", "Burstable")]
    public void ThePodsClassFollowsFromItsContainers(string request, string limit, string expected)
    {
        var resources = new ResourceRequirements
        {
            Requests = request.Length > 0 ? ValueMap.Of(("cpu", Quantity.Parse(request))) : default,
            Limits = limit.Length > 0 ? ValueMap.Of(("cpu", Quantity.Parse(limit))) : default,
        };

        Assert.Equal(expected, PodQos.Of(new Pod { Spec = new() { Containers = [new() { Resources = resources }] } }));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(1000, 1024)]
    [InlineData(250, 256)]
    public void CpuRequestsBecomeShares(long milli, long shares) => Assert.Equal(shares, ContainerResources.SharesOf(milli));

    [Fact]
    public void FlagsGoOverTheConfigurationFileAndDropInsOverTheFile()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var config = Path.Combine(directory.FullName, "config.yaml");
            var dropIns = Directory.CreateDirectory(Path.Combine(directory.FullName, "d"));
            File.WriteAllText(config, "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nmaxPods: 10\nclusterDomain: one\nsyncFrequency: 3s\nevictionHard: {memory.available: 1Mi}\n");
            File.WriteAllText(Path.Combine(dropIns.FullName, "10.conf"), "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nmaxPods: 20\nclusterDomain: two\n");
            var flags = KubeletFlags.Declare();
            flags.Parse(["--config", config, "--config-dir", dropIns.FullName, "--max-pods=30", "--hostname-override", "Node-X", "--cluster-dns=10.0.0.10", "--register-with-taints=k=v:NoSchedule"]);

            var options = KubeletCommand.Options(flags);

            Assert.Equal((30, "two", TimeSpan.FromSeconds(3), "node-x"), (options.MaxPods, options.ClusterDomain, options.SyncFrequency, options.NodeName));
            Assert.Equal(["10.0.0.10"], options.ClusterDns);
            Assert.Equal("1Mi", options.EvictionHard["memory.available"]);
            Assert.Equal(("k", "v", "NoSchedule"), (options.RegisterWithTaints[0].Key, options.RegisterWithTaints[0].Value, options.RegisterWithTaints[0].Effect));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
