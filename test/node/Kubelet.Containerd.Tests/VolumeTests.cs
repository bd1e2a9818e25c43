using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Containerd.Tests;

public sealed class VolumeTests(ContainerdFixture containerd)
{
    private static Pod With(string name, string script, VolumeSource source, string mountPath = "/v", Func<VolumeMount, VolumeMount>? mount = null)
    {
        var pod = TestPods.Run(name, script);
        var volumeMount = new VolumeMount { Name = "v", MountPath = mountPath };
        return pod with
        {
            Spec = pod.Spec with
            {
                Volumes = [new Volume { Name = "v", VolumeSource = source }],
                Containers = [pod.Spec.Containers[0] with { VolumeMounts = [mount?.Invoke(volumeMount) ?? volumeMount] }],
            },
        };
    }

    [Theory]
    [InlineData("", "0777")]
    [InlineData("Memory", "0777")]
    public async Task AnEmptyDirIsWritableForAllAndOnItsMedium(string medium, string mode)
    {
        var node = await containerd.NodeAsync();
        var name = "empty" + medium.ToLowerInvariant();
        var log = await node.RunAsync(With(name, "stat -c %a /v; stat -f -c %T /v; echo x > /v/f && cat /v/f", new() { EmptyDir = new() { Medium = medium } }));

        var lines = log.Split('\n');
        Assert.Equal(mode.TrimStart('0'), lines[0]);
        Assert.Equal(medium == "Memory", lines[1] == "tmpfs");
        Assert.Equal("x", lines[2]);
    }

    [Fact]
    public async Task AMemoryEmptyDirIsAsLargeAsItsSizeLimit()
    {
        var node = await containerd.NodeAsync();
        var log = await node.RunAsync(With("emptysize", "df -k /v | tail -1 | awk '{print $2}'", new() { EmptyDir = new() { Medium = "Memory", SizeLimit = Quantity.Parse("1Mi") } }));

        Assert.Equal("1024\n", log);
    }

    [Fact]
    public async Task AConfigMapVolumeShowsKeysWithTheirModesAndBinaryData()
    {
        var node = await containerd.NodeAsync();
        node.Api.Add(new ConfigMap
        {
            Metadata = new() { Name = "cm1", Namespace = "default" },
            Data = ValueMap.Of(("a", "one"), ("b", "two")),
            BinaryData = ValueMap.Of(("bin", Bytes.Copy([1, 2, 255]))),
        });
        var source = new VolumeSource { ConfigMap = new() { LocalObjectReference = new() { Name = "cm1" }, DefaultMode = 0x100 } };

        Assert.Equal("one400\n3\n", await node.RunAsync(With("cm-a", "cat /v/a; stat -Lc %a /v/a; wc -c < /v/bin", source)));
        var items = new VolumeSource { ConfigMap = new() { LocalObjectReference = new() { Name = "cm1" }, Items = [new() { Key = "b", Path = "dir/file", Mode = 0x100 }] } };
        Assert.Equal("dir\ntwo400\n", await node.RunAsync(With("cm-b", "ls /v; cat /v/dir/file; stat -Lc %a /v/dir/file", items)));
    }

    [Fact]
    public async Task AnUpdateOfAConfigMapReachesTheVolume()
    {
        var node = await containerd.NodeAsync();
        node.Api.Add(new ConfigMap { Metadata = new() { Name = "cmup", Namespace = "default" }, Data = ValueMap.Of(("a", "one")) });
        var source = new VolumeSource { ConfigMap = new() { LocalObjectReference = new() { Name = "cmup" } } };
        node.Create(With("cm-update", "until grep -q two /v/a; do sleep 0.1; done; echo seen", source));
        await node.UntilPhaseAsync("cm-update", "Running");

        node.Api.Change<ConfigMap>("default", "cmup", c => c with { Data = ValueMap.Of(("a", "two")) });

        await node.UntilPhaseAsync("cm-update", "Succeeded");
    }

    [Fact]
    public async Task APodWaitsForAMissingConfigMapAndGoesOnWhenItAppears()
    {
        var node = await containerd.NodeAsync();
        node.Create(With("cm-late", "cat /v/a", new() { ConfigMap = new() { LocalObjectReference = new() { Name = "late" } } }));
        await node.UntilEventAsync("cm-late", "Warning FailedMount MountVolume.SetUp failed for volume \"v\" : configmap \"late\" not found");

        node.Api.Add(new ConfigMap { Metadata = new() { Name = "late", Namespace = "default" }, Data = ValueMap.Of(("a", "here")) });

        await node.UntilPhaseAsync("cm-late", "Succeeded");
    }

    [Fact]
    public async Task ASecretVolumeIsReadableForTheFsGroup()
    {
        var node = await containerd.NodeAsync();
        node.Api.Add(new Secret { Metadata = new() { Name = "s1", Namespace = "default" }, Data = ValueMap.Of(("k", Bytes.FromText("value"))) });
        var pod = With("secret-group", "cat /v/k; stat -Lc ' %a %g' /v/k", new() { Secret = new() { SecretName = "s1", DefaultMode = 0x120 } });
        pod = pod with { Spec = pod.Spec with { SecurityContext = new() { RunAsUser = 1000, FsGroup = 1001 } } };

        Assert.Equal("value 440 1001\n", await node.RunAsync(pod));
    }

    [Fact]
    public async Task AProjectedVolumeJoinsAllItsSourcesAndTheTokenIsTheUsers()
    {
        var node = await containerd.NodeAsync();
        node.Api.Add(new ConfigMap { Metadata = new() { Name = "pcm", Namespace = "default" }, Data = ValueMap.Of(("c", "map")) });
        node.Api.Add(new Secret { Metadata = new() { Name = "psec", Namespace = "default" }, Data = ValueMap.Of(("s", Bytes.FromText("secret"))) });
        var source = new VolumeSource
        {
            Projected = new()
            {
                Sources =
                [
                    new() { ConfigMap = new() { LocalObjectReference = new() { Name = "pcm" } } },
                    new() { Secret = new() { LocalObjectReference = new() { Name = "psec" } } },
                    new() { DownwardAPI = new() { Items = [new() { Path = "name", FieldRef = new() { FieldPath = "metadata.name" } }] } },
                    new() { ServiceAccountToken = new() { Path = "token", ExpirationSeconds = 600 } },
                ],
            },
        };
        var pod = With("projected", "cat /v/c /v/s /v/name /v/token; stat -Lc ' %a %u' /v/token", source);
        pod = pod with { Spec = pod.Spec with { SecurityContext = new() { RunAsUser = 1000 } } };

        Assert.Equal("mapsecretprojectedtoken-of-default 600 1000\n", await node.RunAsync(pod));
    }

    [Fact]
    public async Task TheDownwardApiShowsFieldsAndResourcesAndFollowsLabels()
    {
        var node = await containerd.NodeAsync();
        var source = new VolumeSource
        {
            DownwardAPI = new()
            {
                Items =
                [
                    new() { Path = "labels", FieldRef = new() { FieldPath = "metadata.labels" } },
                    new() { Path = "cpu", ResourceFieldRef = new() { ContainerName = "main", Resource = "limits.cpu", Divisor = Quantity.Parse("1m") } },
                    new() { Path = "memory", ResourceFieldRef = new() { ContainerName = "main", Resource = "requests.memory" } },
                ],
            },
        };
        var pod = With("downward", "cat /v/cpu; echo; cat /v/memory; echo; until grep -q 'b=\"2\"' /v/labels; do sleep 0.1; done; cat /v/labels", source);
        pod = pod with
        {
            Metadata = pod.Metadata with { Labels = ValueMap.Of(("a", "1")) },
            Spec = pod.Spec with
            {
                Containers = [pod.Spec.Containers[0] with { Resources = new() { Limits = ValueMap.Of(("cpu", Quantity.Parse("1250m"))), Requests = ValueMap.Of(("memory", Quantity.Parse("32Mi"))) } }],
            },
        };
        node.Create(pod);
        await node.UntilPhaseAsync("downward", "Running");
        node.Api.Change<Pod>("default", "downward", p => p with { Metadata = p.Metadata with { Labels = ValueMap.Of(("a", "1"), ("b", "2")) } });
        await node.UntilPhaseAsync("downward", "Succeeded");

        Assert.Equal("1250\n33554432\na=\"1\"\nb=\"2\"", await node.LogsAsync("downward"));
    }

    [Fact]
    public async Task AHostPathIsCheckedForItsType()
    {
        var node = await containerd.NodeAsync();
        var directory = Path.Combine(containerd.Directory, "hostpath");
        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, "f"), "host", TestContext.Current.CancellationToken);

        Assert.Equal("host", await node.RunAsync(With("hostpath", "cat /v/f", new() { HostPath = new() { Path = directory, Type = "Directory" } })));
        node.Create(With("hostpath-bad", "true", new() { HostPath = new() { Path = Path.Combine(directory, "f"), Type = "Directory" } }));
        await node.UntilEventAsync("hostpath-bad", "hostPath type check failed:");
    }

    [Fact]
    public async Task ASubPathShowsOnlyItsPartAndMayBeExpandedFromTheEnvironment()
    {
        var node = await containerd.NodeAsync();
        var pod = With("subpath", "echo part > /v/f", new() { EmptyDir = new() }, mount: m => m with { SubPathExpr = "logs/$(POD)" });
        var main = pod.Spec.Containers[0] with { Env = [new() { Name = "POD", ValueFrom = new() { FieldRef = new() { FieldPath = "metadata.name" } } }] };
        var reader = TestPods.Shell("until cat /all/logs/subpath/f; do sleep 0.1; done", "reader") with { VolumeMounts = [new() { Name = "v", MountPath = "/all" }] };
        pod = pod with { Spec = pod.Spec with { Containers = [main, reader] } };

        Assert.EndsWith("part\n", await node.RunAsync(pod, "reader"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASubPathThatLeadsOutsideKeepsTheContainerFromStarting()
    {
        var node = await containerd.NodeAsync();
        node.Create(With("subpath-abs", "true", new() { EmptyDir = new() }, mount: m => m with { SubPathExpr = "/tmp" }));
        await node.UntilAsync("subpath-abs", p => p.Status.ContainerStatuses.Any(s => s.State.Waiting?.Reason == "CreateContainerConfigError"));
    }

    [Fact]
    public async Task AClaimOnAHostPathVolumeIsMounted()
    {
        var node = await containerd.NodeAsync();
        var directory = Path.Combine(containerd.Directory, "pv");
        Directory.CreateDirectory(directory);
        node.Api.Add(new PersistentVolume { Metadata = new() { Name = "pv1" }, Spec = new() { PersistentVolumeSource = new() { HostPath = new() { Path = directory } } } });
        node.Api.Add(new PersistentVolumeClaim { Metadata = new() { Name = "claim", Namespace = "default" }, Spec = new() { VolumeName = "pv1" }, Status = new() { Phase = "Bound" } });

        await node.RunAsync(With("pvc", "echo kept > /v/f", new() { PersistentVolumeClaim = new() { ClaimName = "claim" } }));

        Assert.Equal("kept\n", await File.ReadAllTextAsync(Path.Combine(directory, "f"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WhenAPodIsGoneNothingOfItIsLeftOnTheNode()
    {
        var node = await containerd.NodeAsync();
        var pod = With("leaves", TestPods.Server, new() { EmptyDir = new() { Medium = "Memory" } }, mount: m => m with { SubPath = "x" });
        node.Create(pod);
        var uid = (await node.UntilReadyAsync("leaves")).Metadata.Uid;
        node.Api.DeletePod("default", "leaves");
        await node.UntilGoneAsync("leaves");

        Assert.False(Directory.Exists(Path.Combine(node.Options.RootDirectory, "pods", uid)));
        Assert.DoesNotContain(uid, await File.ReadAllTextAsync("/proc/self/mountinfo", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
