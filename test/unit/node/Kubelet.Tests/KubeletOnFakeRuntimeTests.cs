using Cybernetes.Api.CoordinationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Cri;
using Cybernetes.Cri.Fake;
using Cybernetes.Kubelet.ControlPlane;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Kubelet.Tests;

public sealed class KubeletOnFakeRuntimeTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();
    private readonly FakeRuntime _runtime = new(TimeProvider.System);
    private readonly FakeControlPlane _api = new(TimeProvider.System);
    private Task _running = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        _runtime.AddImage("server:1");
        _runtime.AddImage("job:1");
        _runtime.Programs["job:1"] = p =>
        {
            p.Out("done");
            return Task.FromResult(0);
        };
        var options = new KubeletOptions
        {
            NodeName = "fake", RootDirectory = Path.Combine(_directory.FullName, "lib"), PodLogsDirectory = Path.Combine(_directory.FullName, "logs"), ContainerLogsDirectory = "",
            Address = "127.0.0.1", Port = 0, HealthzPort = 0, NodeIp = "127.0.0.1", CgroupsPerQos = false, RelistPeriod = TimeSpan.FromMilliseconds(50),
        };
        var host = new KubeletHost(options, _api, _runtime, _runtime, TimeProvider.System, NullLoggerFactory.Instance);
        _running = host.RunAsync(_stop.Token);
        await host.Started.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _directory.Delete(recursive: true);
    }

    private void Create(string name, string image, string policy = "Never") => _api.Add(new Pod
    {
        Metadata = new() { Name = name, Namespace = "default" },
        Spec = new() { NodeName = "fake", RestartPolicy = policy, TerminationGracePeriodSeconds = 1, Containers = [new() { Name = "main", Image = image, ImagePullPolicy = "IfNotPresent" }] },
    });

    private async Task<Pod> UntilAsync(string name, Func<Pod, bool> condition)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            if (_api.Find<Pod>("default", name) is { } pod)
            {
                if (condition(pod))
                {
                    return pod;
                }

                Assert.True(DateTime.UtcNow < deadline, pod.Status.ToString());
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task TheNodeIsRegisteredReadyAndHasALease()
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (_api.Find<Node>("", "fake")?.Status.Conditions.Any(c => c is { Type: "Ready", Status: "True" }) != true || _api.Find<Lease>("kube-node-lease", "fake") is null)
        {
            Assert.True(DateTime.UtcNow < deadline);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        var node = _api.Find<Node>("", "fake")!;
        Assert.Equal("fake", node.Metadata.Labels["kubernetes.io/hostname"]);
        Assert.Equal("fake://1.0.0", node.Status.NodeInfo.ContainerRuntimeVersion);
    }

    [Fact]
    public async Task AJobSucceedsAndAServerIsReadyUntilItIsDeleted()
    {
        Create("job", "job:1");
        Create("server", "server:1", "Always");
        await UntilAsync("job", p => p.Status.Phase == "Succeeded");
        await UntilAsync("server", p => p.Status.Conditions.Any(c => c is { Type: "Ready", Status: "True" }));

        _api.DeletePod("default", "server");

        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (_api.Find<Pod>("default", "server") is not null)
        {
            Assert.True(DateTime.UtcNow < deadline);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task AKilledContainerIsReportedAsOomKilledAndStartedAgain()
    {
        Create("oom", "server:1", "Always");
        await UntilAsync("oom", p => p.Status.Phase == "Running");

        _runtime.OutOfMemory("main");

        var pod = await UntilAsync("oom", p => p.Status.ContainerStatuses.Any(s => s is { RestartCount: 1, State.Running: not null }));
        Assert.Equal(("OOMKilled", 137), (pod.Status.ContainerStatuses[0].LastState.Terminated!.Reason, pod.Status.ContainerStatuses[0].LastState.Terminated!.ExitCode));
    }

    [Fact]
    public async Task ASandboxThatCannotBeMadeIsReportedAndTriedAgain()
    {
        var broken = true;
        _runtime.Before = method => method == "RunPodSandbox" && broken ? throw new CriException(StatusCode.Unknown, "no network") : Task.CompletedTask;
        Create("sandbox", "job:1");
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (!_api.Events.Any(e => e is { Reason: "FailedCreatePodSandBox", Message: "Failed to create pod sandbox: rpc error: code = Unknown desc = no network" }))
        {
            Assert.True(DateTime.UtcNow < deadline);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        broken = false;

        await UntilAsync("sandbox", p => p.Status.Phase == "Succeeded");
    }

    [Fact]
    public async Task APodThatAsksForMoreThanTheNodeHasIsRefused()
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (_api.Find<Node>("", "fake") is null)
        {
            Assert.True(DateTime.UtcNow < deadline);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await Task.Delay(600, TestContext.Current.CancellationToken);
        _api.Add(new Pod
        {
            Metadata = new() { Name = "large", Namespace = "default" },
            Spec = new()
            {
                NodeName = "fake", RestartPolicy = "Never",
                Containers = [new() { Name = "main", Image = "job:1", Resources = new() { Requests = Api.Machinery.ValueMap.Of(("cpu", Api.Machinery.Quantity.Parse("10000"))) } }],
            },
        });

        var pod = await UntilAsync("large", p => p.Status.Phase == "Failed");

        Assert.Equal("OutOfcpu", pod.Status.Reason);
        Assert.StartsWith("Pod was rejected: Node didn't have enough resource: cpu, requested: 10000000, used: 0, capacity: ", pod.Status.Message, StringComparison.Ordinal);
    }
}
