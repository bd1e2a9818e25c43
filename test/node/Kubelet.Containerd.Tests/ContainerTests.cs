using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Containerd.Tests;

public sealed class ContainerTests(ContainerdFixture containerd)
{
    private static Pod Change(Pod pod, Func<Container, Container> change) => pod with { Spec = pod.Spec with { Containers = pod.Spec.Containers.Select(change).ToValueList() } };

    [Fact]
    public async Task TheEnvironmentComesFromEverySource()
    {
        var node = await containerd.NodeAsync();
        node.Api.Add(new ConfigMap { Metadata = new() { Name = "envmap", Namespace = "default" }, Data = ValueMap.Of(("data-1", "value-1"), ("plain", "p")) });
        node.Api.Add(new Secret { Metadata = new() { Name = "envsecret", Namespace = "default" }, Data = ValueMap.Of(("key", Bytes.FromText("s3"))) });
        node.Api.Add(new Service { Metadata = new() { Name = "foo-svc", Namespace = "default" }, Spec = new() { ClusterIP = "10.96.0.7", Ports = [new() { Port = 8765, Protocol = "TCP" }] } });
        var pod = Change(TestPods.Run("env", ""), c => c with
        {
            Command = ["/bin/busybox", "env"],
            EnvFrom = [new() { ConfigMapRef = new() { LocalObjectReference = new() { Name = "envmap" } }, Prefix = "p-" }],
            Env =
            [
                new() { Name = "FOO", Value = "foo" },
                new() { Name = "BOTH", Value = "$(FOO);;$(FOO) $$(FOO) $(MISSING)" },
                new() { Name = "SECRET", ValueFrom = new() { SecretKeyRef = new() { LocalObjectReference = new() { Name = "envsecret" }, Key = "key" } } },
                new() { Name = "OPTIONAL", ValueFrom = new() { ConfigMapKeyRef = new() { LocalObjectReference = new() { Name = "none" }, Key = "x", Optional = true } } },
                new() { Name = "POD_IP", ValueFrom = new() { FieldRef = new() { FieldPath = "status.podIP" } } },
                new() { Name = "HOST_IP", ValueFrom = new() { FieldRef = new() { FieldPath = "status.hostIP" } } },
                new() { Name = "UID", ValueFrom = new() { FieldRef = new() { FieldPath = "metadata.uid" } } },
            ],
        });

        var lines = (await node.RunAsync(pod)).Split('\n');

        Assert.Contains("p-data-1=value-1", lines);
        Assert.Contains("BOTH=foo;;foo $(FOO) $(MISSING)", lines);
        Assert.Contains("SECRET=s3", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("OPTIONAL", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("POD_IP=10.222.", StringComparison.Ordinal));
        Assert.Contains("HOST_IP=127.0.0.1", lines);
        Assert.Contains("UID=" + node.Api.Find<Pod>("default", "env")!.Metadata.Uid, lines);
        Assert.Contains("FOO_SVC_SERVICE_HOST=10.96.0.7", lines);
        Assert.Contains("FOO_SVC_PORT_8765_TCP=tcp://10.96.0.7:8765", lines);
    }

    [Fact]
    public async Task AMissingSecretShowsAsACreateContainerConfigError()
    {
        var node = await containerd.NodeAsync();
        node.Create(Change(TestPods.Run("nosecret", "true"), c => c with { EnvFrom = [new() { SecretRef = new() { LocalObjectReference = new() { Name = "absent" } } }] }));

        var pod = await node.UntilAsync("nosecret", p => p.Status.ContainerStatuses.Any(s => s.State.Waiting?.Reason == "CreateContainerConfigError"));

        Assert.Equal("secret \"absent\" not found", pod.Status.ContainerStatuses[0].State.Waiting?.Message);
        Assert.Contains("Warning Failed Error: secret \"absent\" not found", node.EventsOf("nosecret"));
    }

    [Theory]
    [InlineData("not/there:1", "IfNotPresent", "ErrImagePull")]
    [InlineData("localhost/never:1", "Never", "ErrImageNeverPull")]
    [InlineData("Not A Name", "IfNotPresent", "InvalidImageName")]
    public async Task AnImageThatCannotBeHadSaysWhy(string image, string policy, string reason)
    {
        var node = await containerd.NodeAsync();
        var name = "image-" + reason.ToLowerInvariant();
        node.Create(Change(TestPods.Run(name, "true"), c => c with { Image = image.Replace("not/there", "127.0.0.1:1/not/there", StringComparison.Ordinal), ImagePullPolicy = policy }));

        await node.UntilAsync(name, p => p.Status.ContainerStatuses.Any(s => s.State.Waiting?.Reason == reason));
        if (reason == "ErrImagePull")
        {
            await node.UntilAsync(name, p => p.Status.ContainerStatuses.Any(s => s.State.Waiting?.Reason == "ImagePullBackOff"));
        }
    }

    [Fact]
    public async Task AnInitContainerRunsBeforeTheOthersAndAFailingOneKeepsThemFromStarting()
    {
        var node = await containerd.NodeAsync();
        var pod = TestPods.Run("init", "cat /v/f");
        pod = pod with
        {
            Spec = pod.Spec with
            {
                Volumes = [new() { Name = "v", VolumeSource = new() { EmptyDir = new() } }],
                InitContainers = [TestPods.Shell("echo 1 >> /v/f", "one"), TestPods.Shell("echo 2 >> /v/f", "two")],
            },
        };
        pod = pod with
        {
            Spec = pod.Spec with
            {
                InitContainers = pod.Spec.InitContainers.Select(c => c with { VolumeMounts = [new() { Name = "v", MountPath = "/v" }] }).ToValueList(),
                Containers = [pod.Spec.Containers[0] with { VolumeMounts = [new() { Name = "v", MountPath = "/v" }] }],
            },
        };
        Assert.Equal("1\n2\n", await node.RunAsync(pod));

        var failing = TestPods.Run("initfails", "true");
        node.Create(failing with { Spec = failing.Spec with { InitContainers = [TestPods.Shell("exit 1", "one")] } });
        var ended = await node.UntilPhaseAsync("initfails", "Failed");
        Assert.Equal("containers with incomplete status: [one]", ended.Status.Conditions.First(c => c.Type == "Initialized").Message);
    }

    [Fact]
    public async Task ASidecarRunsBesideTheOthersAndEndsAfterThem()
    {
        var node = await containerd.NodeAsync();
        var pod = TestPods.Run("sidecar", "sleep 0.5; echo done");
        pod = pod with { Spec = pod.Spec with { InitContainers = [TestPods.Shell(TestPods.Server, "side") with { RestartPolicy = "Always" }] } };
        node.Create(pod);

        var ended = await node.UntilPhaseAsync("sidecar", "Succeeded");

        Assert.NotNull(ended.Status.InitContainerStatuses[0].State.Terminated);
        Assert.True(ended.Status.InitContainerStatuses[0].State.Terminated!.FinishedAt >= ended.Status.ContainerStatuses[0].State.Terminated!.FinishedAt);
    }

    [Fact]
    public async Task ACrashingContainerIsStartedAgainWithGrowingWaits()
    {
        var node = await containerd.NodeAsync();
        var pod = TestPods.Run("crash", "exit 7");
        node.Create(pod with { Spec = pod.Spec with { RestartPolicy = "Always" } });

        var waiting = await node.UntilAsync("crash", p => p.Status.ContainerStatuses.Any(s => s.State.Waiting?.Reason == "CrashLoopBackOff"));

        var status = waiting.Status.ContainerStatuses[0];
        Assert.StartsWith("back-off 10s restarting failed container=main pod=crash_default(", status.State.Waiting!.Message, StringComparison.Ordinal);
        Assert.Equal(7, status.LastState.Terminated?.ExitCode);
        Assert.Equal("Running", waiting.Status.Phase);
        await node.UntilAsync("crash", p => p.Status.ContainerStatuses[0].RestartCount >= 2);
        Assert.Contains(node.EventsOf("crash"), e => e.StartsWith("Warning BackOff Back-off restarting failed container main in pod crash_default(", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheTerminationMessageIsTheFilesOrTheLogsEnd()
    {
        var node = await containerd.NodeAsync();
        await node.RunAsync(TestPods.Run("message", "printf OK > /dev/termination-log"));
        Assert.Equal("OK", node.Api.Find<Pod>("default", "message")!.Status.ContainerStatuses[0].State.Terminated!.Message);

        node.Create(Change(TestPods.Run("fallback", "echo DONE; exit 1"), c => c with { TerminationMessagePolicy = "FallbackToLogsOnError" }));
        var failed = await node.UntilPhaseAsync("fallback", "Failed");
        Assert.Equal("DONE\n", failed.Status.ContainerStatuses[0].State.Terminated!.Message);
    }

    [Fact]
    public async Task ThePreStopHookRunsBeforeTheSignalAndThePostStartHookAfterTheStart()
    {
        var node = await containerd.NodeAsync();
        var directory = Path.Combine(containerd.Directory, "hooks");
        Directory.CreateDirectory(directory);
        var pod = Change(TestPods.Run("hooks", "trap 'echo term >> /v/f; exit 0' TERM; while true; do sleep 0.1; done"), c => c with
        {
            VolumeMounts = [new() { Name = "v", MountPath = "/v" }],
            Lifecycle = new()
            {
                PostStart = new() { Exec = new() { Command = ["sh", "-c", "echo start >> /v/f"] } },
                PreStop = new() { Exec = new() { Command = ["sh", "-c", "echo stop >> /v/f"] } },
            },
        });
        node.Create(pod with { Spec = pod.Spec with { TerminationGracePeriodSeconds = 10, Volumes = [new() { Name = "v", VolumeSource = new() { HostPath = new() { Path = directory } } }] } });
        await node.UntilReadyAsync("hooks");
        node.Api.DeletePod("default", "hooks");
        await node.UntilGoneAsync("hooks");

        Assert.Equal("start\nstop\nterm\n", await File.ReadAllTextAsync(Path.Combine(directory, "f"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AContainerThatDoesNotStopIsKilledWhenItsGraceIsOver()
    {
        var node = await containerd.NodeAsync();
        var pod = TestPods.Run("stubborn", "trap '' TERM; while true; do sleep 0.1; done");
        node.Create(pod with { Spec = pod.Spec with { TerminationGracePeriodSeconds = 3 } });
        await node.UntilReadyAsync("stubborn");
        var began = DateTime.UtcNow;
        node.Api.DeletePod("default", "stubborn");
        await node.UntilGoneAsync("stubborn");

        Assert.InRange((DateTime.UtcNow - began).TotalSeconds, 2.5, 8);
    }

    [Fact]
    public async Task SecurityContextsAreObeyed()
    {
        var node = await containerd.NodeAsync();
        var pod = Change(TestPods.Run("security", "id -u; id -g; id -G; (touch /x 2>&1 || true) | grep -c Read-only; grep NoNewPrivs /proc/self/status | awk '{print $2}'; grep CapEff /proc/self/status | awk '{print $2}'"), c => c with
        {
            SecurityContext = new() { ReadOnlyRootFilesystem = true, AllowPrivilegeEscalation = false, Capabilities = new() { Drop = ["ALL"] } },
        });
        pod = pod with { Spec = pod.Spec with { SecurityContext = new() { RunAsUser = 1000, RunAsGroup = 2000, SupplementalGroups = [3000], FsGroup = 4000, RunAsNonRoot = true } } };

        Assert.Equal("1000\n2000\n2000 3000 4000\n1\n1\n0000000000000000\n", await node.RunAsync(pod));

        var root = Change(TestPods.Run("nonroot", "true"), c => c with { SecurityContext = new() { RunAsNonRoot = true, RunAsUser = 0 } });
        node.Create(root);
        var refused = await node.UntilAsync("nonroot", p => p.Status.ContainerStatuses.Any(s => s.State.Waiting?.Reason == "CreateContainerConfigError"));
        Assert.StartsWith("container's runAsUser breaks non-root policy (pod: \"nonroot_default(", refused.Status.ContainerStatuses[0].State.Waiting!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APrivilegedContainerMayDoWhatAnotherMayNot()
    {
        var node = await containerd.NodeAsync();
        const string Script = "mkdir /m; mount -t tmpfs none /m 2>/dev/null && echo yes || echo no";
        Assert.Equal("no\n", await node.RunAsync(TestPods.Run("unprivileged", Script)));
        Assert.Equal("yes\n", await node.RunAsync(Change(TestPods.Run("privileged", Script), c => c with { SecurityContext = new() { Privileged = true } })));
    }

    [Fact]
    public async Task SafeSysctlsAreSetAndUnsafeOnesRefused()
    {
        var node = await containerd.NodeAsync();
        var pod = TestPods.Run("sysctl", "cat /proc/sys/kernel/shm_rmid_forced");
        pod = pod with { Spec = pod.Spec with { SecurityContext = new() { Sysctls = [new() { Name = "kernel.shm_rmid_forced", Value = "1" }] } } };
        Assert.Equal("1\n", await node.RunAsync(pod));

        var unsafePod = TestPods.Run("sysctl-unsafe", "true");
        node.Create(unsafePod with { Spec = unsafePod.Spec with { SecurityContext = new() { Sysctls = [new() { Name = "kernel.msgmax", Value = "10000" }] } } });
        var failed = await node.UntilPhaseAsync("sysctl-unsafe", "Failed");
        Assert.Equal(("SysctlForbidden", "forbidden sysctl: \"kernel.msgmax\" not allowlisted"), (failed.Status.Reason, failed.Status.Message));
    }

    [Fact]
    public async Task HostsAndResolverFilesAreTheKubelets()
    {
        var node = await containerd.NodeAsync();
        var pod = TestPods.Run("files", "cat /etc/hosts /etc/resolv.conf; hostname");
        pod = pod with { Spec = pod.Spec with { HostAliases = [new() { Ip = "123.45.67.89", Hostnames = ["foo", "bar"] }], Hostname = "myhost", Subdomain = "mysub" } };

        var log = await node.RunAsync(pod);

        Assert.StartsWith("# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n", log, StringComparison.Ordinal);
        Assert.Contains("\tmyhost.mysub.default.svc.cluster.local\tmyhost\n", log, StringComparison.Ordinal);
        Assert.Contains("\n# Entries added by HostAliases.\n123.45.67.89\tfoo\tbar\n", log, StringComparison.Ordinal);
        Assert.Contains("nameserver 10.96.0.10\n", log, StringComparison.Ordinal);
        Assert.Contains("search default.svc.cluster.local svc.cluster.local cluster.local", log, StringComparison.Ordinal);
        Assert.EndsWith("myhost\n", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEphemeralContainerJoinsARunningPod()
    {
        var node = await containerd.NodeAsync();
        node.Create(TestPods.Run("debugged", TestPods.Server));
        await node.UntilReadyAsync("debugged");
        node.Api.Change<Pod>("default", "debugged", p => p with
        {
            Spec = p.Spec with
            {
                EphemeralContainers =
                [
                    new()
                    {
                        TargetContainerName = "main",
                        EphemeralContainerCommon = new() { Name = "debug", Image = ContainerdFixture.Busybox, ImagePullPolicy = "IfNotPresent", Command = ["sh", "-c", "ps | grep -c 'sleep 0.[1]'; echo polo"] },
                    },
                ],
            },
        });

        var pod = await node.UntilAsync("debugged", p => p.Status.EphemeralContainerStatuses.Any(s => s.State.Terminated is not null));

        Assert.Equal(0, pod.Status.EphemeralContainerStatuses[0].State.Terminated!.ExitCode);
        Assert.EndsWith("polo\n", await node.LogsAsync("debugged", "debug"), StringComparison.Ordinal);
        Assert.Equal("Running", pod.Status.Phase);
    }

    [Fact]
    public async Task ActiveDeadlineSecondsEndsAPod()
    {
        var node = await containerd.NodeAsync();
        var pod = TestPods.Run("deadline", TestPods.Server);
        node.Create(pod with { Spec = pod.Spec with { ActiveDeadlineSeconds = 2 } });

        var failed = await node.UntilPhaseAsync("deadline", "Failed");

        Assert.Equal(("DeadlineExceeded", "Pod was active on the node longer than the specified deadline"), (failed.Status.Reason, failed.Status.Message));
    }

    [Fact]
    public async Task AProgramThatTakesMoreMemoryThanItMayIsOomKilled()
    {
        var node = await containerd.NodeAsync();
        var pod = Change(TestPods.Run("oom", "tail /dev/zero"), c => c with
        {
            Resources = new() { Limits = ValueMap.Of(("memory", Quantity.Parse("16Mi")), ("cpu", Quantity.Parse("500m"))) },
        });
        node.Create(pod);

        var failed = await node.UntilPhaseAsync("oom", "Failed");

        Assert.Equal(("OOMKilled", 137, ""), (failed.Status.ContainerStatuses[0].State.Terminated!.Reason, failed.Status.ContainerStatuses[0].State.Terminated!.ExitCode, failed.Status.ContainerStatuses[0].State.Terminated!.Message));
        Assert.Equal("Guaranteed", failed.Status.QosClass);
    }
}
