using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.ControlPlane;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Containerd.Tests;

/// <summary>A kubelet on real containerd with an API server in memory.</summary>
internal sealed class NodeUnderTest : IAsyncDisposable
{
    private static int _next;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly KubeletHost _host;

    private NodeUnderTest(ContainerdFixture containerd, Func<KubeletOptions, KubeletOptions>? configure, FakeControlPlane? api, string? name)
    {
        Api = api ?? new FakeControlPlane(TimeProvider.System);
        Name = name ?? string.Create(CultureInfo.InvariantCulture, $"node-{Interlocked.Increment(ref _next)}");
        var root = Path.Combine(containerd.Directory, Name);
        Options = new KubeletOptions
        {
            NodeName = Name,
            RootDirectory = Path.Combine(root, "lib"),
            PodLogsDirectory = Path.Combine(root, "pods"),
            ContainerLogsDirectory = Path.Combine(root, "containers"),
            ContainerRuntimeEndpoint = containerd.Endpoint,
            Address = "127.0.0.1",
            Port = 0,
            HealthzPort = 0,
            NodeIp = "127.0.0.1",
            CgroupRoot = "/c8s-test-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            ClusterDns = ["10.96.0.10"],
            ClusterDomain = "cluster.local",
        };
        Options = configure?.Invoke(Options) ?? Options;
        _host = new KubeletHost(Options, Api, containerd.Channel.Runtime, containerd.Channel.Images, TimeProvider.System, new FileLogs(Path.Combine(containerd.Directory, Name + ".log")));
        _running = Task.Run(() => _host.RunAsync(_stop.Token));
    }

    public FakeControlPlane Api { get; }

    public string Name { get; }

    public KubeletOptions Options { get; }

    public int Port => _host.Port;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } });

    public static async Task<NodeUnderTest> StartAsync(
        ContainerdFixture containerd, Func<KubeletOptions, KubeletOptions>? configure = null, FakeControlPlane? api = null, string? name = null)
    {
        Assert.SkipWhen(containerd.WhyNot is not null, containerd.WhyNot ?? "");
        var node = new NodeUnderTest(containerd, configure, api, name);
        await node._host.Started.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return node;
    }

    public Pod Create(Pod pod) => Api.Add(pod with
    {
        Metadata = pod.Metadata with { Namespace = pod.Metadata.Namespace.Length > 0 ? pod.Metadata.Namespace : "default" },
        Spec = Pods.StaticPodDefaults.Apply(pod.Spec) with { NodeName = Name },
    });

    /// <summary>Waits until the pod satisfies a condition; fails with its status and events.</summary>
    public async Task<Pod> UntilAsync(string name, Func<Pod, bool> condition, int seconds = 30, string @namespace = "default")
    {
        var deadline = DateTime.UtcNow.AddSeconds(seconds);
        while (true)
        {
            var pod = Api.Find<Pod>(@namespace, name);
            if (pod is not null && condition(pod))
            {
                return pod;
            }

            Assert.True(DateTime.UtcNow < deadline, $"pod {name} did not get there:\n{pod?.Status}\n{string.Join('\n', EventsOf(name))}");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    public Task<Pod> UntilPhaseAsync(string name, string phase, int seconds = 30) => UntilAsync(name, p => p.Status.Phase == phase, seconds);

    public Task<Pod> UntilReadyAsync(string name, int seconds = 30) => UntilAsync(name, p => p.Status.Conditions.Any(c => c is { Type: "Ready", Status: "True" }), seconds);

    public async Task UntilGoneAsync(string name, int seconds = 40)
    {
        var deadline = DateTime.UtcNow.AddSeconds(seconds);
        while (Api.Find<Pod>("default", name) is { } pod)
        {
            Assert.True(DateTime.UtcNow < deadline, $"pod {name} is still there:\n{pod.Status}");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    public IEnumerable<string> EventsOf(string pod) => Api.Events.Where(e => e.InvolvedObject.Name == pod).Select(e => $"{e.Type} {e.Reason} {e.Message}");

    public Task<string> LogsAsync(string pod, string container = "main", string query = "") =>
        Http.GetStringAsync($"https://127.0.0.1:{Port}/containerLogs/default/{pod}/{container}{query}", TestContext.Current.CancellationToken);

    /// <summary>Runs a pod to success and returns the log of a container.</summary>
    public async Task<string> RunAsync(Pod pod, string container = "main")
    {
        Create(pod);
        var ended = await UntilAsync(pod.Metadata.Name, p => p.Status.Phase is "Succeeded" or "Failed");
        var log = await LogsAsync(pod.Metadata.Name, container);
        Assert.True(ended.Status.Phase == "Succeeded", $"{ended.Status}\n{log}\n{string.Join('\n', EventsOf(pod.Metadata.Name))}");
        return log;
    }

    public async Task UntilEventAsync(string pod, string text, int seconds = 30)
    {
        var deadline = DateTime.UtcNow.AddSeconds(seconds);
        while (!EventsOf(pod).Any(e => e.Contains(text, StringComparison.Ordinal)))
        {
            Assert.True(DateTime.UtcNow < deadline, $"no event \"{text}\":\n{string.Join('\n', EventsOf(pod))}");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Stops the kubelet only; containers run on.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pod in Api.List<Pod>(""))
        {
            Api.DeletePod(pod.Metadata.Namespace, pod.Metadata.Name, 0);
        }

        await Task.Delay(300, CancellationToken.None);
        await StopAsync();
        Http.Dispose();
    }
}
