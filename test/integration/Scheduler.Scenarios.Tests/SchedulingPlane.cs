using System.Net;
using System.Net.Sockets;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.SchedulingV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.InProcess;
using Cybernetes.Base.Logging;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Informers.Caching;
using Cybernetes.Store.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Scheduler.Tests;

/// <summary>A real API server on an in-memory store and a real scheduler, in this process, and nothing else.</summary>
internal sealed class SchedulingPlane : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("c8s-scheduling").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];
    private ApiServerHost _server = null!;

    public KubeClient Client { get; private set; } = null!;

    /// <summary>What the scheduler sees.</summary>
    public InformerFactory Informers { get; private set; } = null!;

    public MetricsRegistry Metrics { get; } = new();

    public static async Task<SchedulingPlane> StartAsync(CancellationToken cancellationToken, SchedulerOptions? options = null)
    {
        var plane = new SchedulingPlane();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var logs = new ComponentLoggerFactory(new LogOptions(), Stream.Null, TimeProvider.System);
        plane._server = await ApiServerHost.StartAsync(
            new ApiServerOptions { DataDirectory = plane._directory, BindAddress = IPAddress.Loopback, SecurePort = port }, EmbeddedStore.InMemory(), logs, TimeProvider.System, cancellationToken);
        plane.Client = plane.ClientOf("test");
        foreach (var (name, value) in ((string, int)[])[("low", 10), ("high", 1000)])
        {
            (await plane.Client.CreateAsync(new PriorityClass { Metadata = new ObjectMeta { Name = name }, Value = value }, cancellationToken: cancellationToken)).OrThrow();
        }

        (await plane.Client.CreateAsync(new ServiceAccount { Metadata = new ObjectMeta { Name = "default", Namespace = "default" } }, cancellationToken: cancellationToken)).OrThrow();
        plane.Informers = new InformerFactory(plane.ClientOf("system:kube-scheduler"));
        var scheduler = new SchedulerHost(plane.Informers, options ?? new SchedulerOptions(), NullLoggerFactory.Instance, plane.Metrics);
        plane._running.Add(plane.Informers.RunAsync(plane._stop.Token));
        plane._running.Add(Task.Run(() => scheduler.RunAsync(plane._stop.Token), CancellationToken.None));
        await plane.Informers.WaitForSyncAsync(cancellationToken);
        return plane;
    }

    /// <summary>Makes a node exactly as given.</summary>
    public async Task CreateNodeAsync(Node node, CancellationToken cancellationToken)
    {
        var created = (await Client.CreateAsync(node, cancellationToken: cancellationToken)).OrThrow();

        // Admission taints a node that is not yet ready.
        created = (await Client.UpdateAsync(created with { Spec = node.Spec }, cancellationToken: cancellationToken)).OrThrow();
        (await Client.UpdateStatusAsync(created with { Status = node.Status }, cancellationToken: cancellationToken)).OrThrow();
    }

    /// <summary>Makes a pod exactly as given, with its status.</summary>
    public async Task<Pod> CreatePodAsync(Pod pod, CancellationToken cancellationToken)
    {
        var created = (await Client.CreateAsync(pod with { Metadata = pod.Metadata with { Namespace = "default" } }, cancellationToken: cancellationToken)).OrThrow();
        return pod.Status.Phase.Length == 0
            ? created
            : (await Client.UpdateStatusAsync(created with { Status = created.Status with { Phase = pod.Status.Phase, StartTime = pod.Status.StartTime } }, cancellationToken: cancellationToken)).OrThrow();
    }

    /// <summary>Waits until an object, as the scheduler sees it, is as wanted; gives what it was last where it does not become so in time.</summary>
    public async Task<T?> UntilAsync<T>(string @namespace, string name, Func<T?, bool> wanted, TimeSpan patience, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        var informer = Informers.For<T>();
        var changed = new SemaphoreSlim(0);
        using var handler = informer.AddHandler(_ => changed.Release(), (_, _) => changed.Release(), _ => changed.Release());
        while (true)
        {
            var current = informer.Get(@namespace, name);
            if (wanted(current) || !await changed.WaitAsync(patience, cancellationToken))
            {
                return informer.Get(@namespace, name);
            }
        }
    }

    /// <summary>Takes all pods and nodes away.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        foreach (var pod in (await Client.ListAsync<Pod>("", cancellationToken: cancellationToken)).OrThrow().Items)
        {
            await Client.DeleteAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, new DeleteOptions { GracePeriodSeconds = 0 }, cancellationToken);
            await UntilAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, found => found is null, TimeSpan.FromSeconds(10), cancellationToken);
        }

        foreach (var node in (await Client.ListAsync<Node>("", cancellationToken: cancellationToken)).OrThrow().Items)
        {
            await Client.DeleteAsync<Node>("", node.Metadata.Name, cancellationToken: cancellationToken);
            await UntilAsync<Node>("", node.Metadata.Name, found => found is null, TimeSpan.FromSeconds(10), cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private KubeClient ClientOf(string user) => new(new InProcessTransport(
        _server.Pipeline, new UserInfo(user) { Groups = [UserInfo.MastersGroup, UserInfo.AuthenticatedGroup] }, user, TimeProvider.System));
}
