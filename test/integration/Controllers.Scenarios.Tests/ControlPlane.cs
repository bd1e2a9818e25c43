using System.Net;
using System.Net.Sockets;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.InProcess;
using Cybernetes.Base.Logging;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Client.Transport;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Store.Embedded;

namespace Cybernetes.Controllers.Scenarios.Tests;

/// <summary>A real API server on an in-memory store with all controllers, in this process, and a kubelet of straw that says every bound pod runs.</summary>
internal sealed class ControlPlane : IAsyncDisposable
{
    /// <summary>The label of pods that end well as soon as they run.</summary>
    public const string EndsLabel = "straw/ends";

    private readonly string _directory = Directory.CreateTempSubdirectory("c8s-scenario").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];
    private readonly StringWriter _log = new();
    private ApiServerHost _server = null!;
    private HttpApiTransport _transport = null!;
    private Func<CancellationToken, Action, Task> _startManager = null!;
    private CancellationTokenSource _managerStop = null!;
    private Task _manager = Task.CompletedTask;

    public KubeClient Client { get; private set; } = null!;

    public static Task<ControlPlane> StartAsync(CancellationToken cancellationToken, ControllerManagerOptions? options = null) =>
        StartAsync(cancellationToken, _ => options ?? new ControllerManagerOptions { RootCa = "ca" });

    /// <summary>Starts with options that depend on the server's data directory.</summary>
    public static async Task<ControlPlane> StartAsync(CancellationToken cancellationToken, Func<string, ControllerManagerOptions> options)
    {
        var plane = new ControlPlane();
        var logs = new ComponentLoggerFactory(new LogOptions(), Console.OpenStandardError(), TimeProvider.System);
        plane._server = await ApiServerHost.StartAsync(
            new ApiServerOptions { DataDirectory = plane._directory, BindAddress = IPAddress.Loopback, SecurePort = FreePort() },
            EmbeddedStore.InMemory(), logs, TimeProvider.System, cancellationToken);
        plane._transport = new HttpApiTransport(Kubeconfig.Load(plane._server.Identity.AdminKubeconfig).ToClientConfig());
        // The controllers in the process, the test over the wire: both ways are tried.
        plane.Client = new KubeClient(plane._transport);
        KubeClient As(string user, params string[] groups) => new(new InProcessTransport(
            plane._server.Pipeline, new UserInfo(user) { Groups = [.. groups, UserInfo.AuthenticatedGroup] }, "kube-controller-manager", TimeProvider.System));
        var clients = new ControllerClients(
            As("system:kube-controller-manager"),
            account => As($"system:serviceaccount:kube-system:{account}", "system:serviceaccounts", "system:serviceaccounts:kube-system"));
        plane._startManager = (stop, started) => ControllerManagerHost.RunAsync(clients, options(plane._directory), stop, logs, started: started);
        plane._running.Add(Task.Run(() => plane.ActAsKubeletAsync(plane._stop.Token), CancellationToken.None));
        await plane.StartManagerAsync(cancellationToken);
        return plane;
    }

    /// <summary>Cuts all controllers off wherever they are, and starts them anew, with empty memories.</summary>
    public async Task RestartManagerAsync(CancellationToken cancellationToken)
    {
        await StopManagerAsync();
        await StartManagerAsync(cancellationToken);
    }

    private async Task StartManagerAsync(CancellationToken cancellationToken)
    {
        _managerStop = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        _manager = _startManager(_managerStop.Token, () => started.TrySetResult());
        await (await Task.WhenAny(started.Task, _manager)).WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
    }

    private async Task StopManagerAsync()
    {
        await _managerStop.CancelAsync();
        await _manager.WaitAsync(TimeSpan.FromSeconds(20));
        _managerStop.Dispose();
    }

    /// <summary>Waits until an object is as wanted; null in the question stands for an object that is not there.</summary>
    public async Task<T?> UntilAsync<T>(string @namespace, string name, Func<T?, bool> wanted, int seconds = 12)
        where T : class, IObject<T>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        T? last = null;
        try
        {
            while (true)
            {
                var listed = (await Client.ListAsync<T>(@namespace, new ListOptions { FieldSelector = $"metadata.name={name}" }, limit.Token)).OrThrow();
                last = listed.Items.FirstOrDefault();
                if (wanted(last))
                {
                    return last;
                }

                var options = new ListOptions { FieldSelector = $"metadata.name={name}", ResourceVersion = listed.Metadata.ResourceVersion };
                await foreach (var change in Client.WatchAsync<T>(@namespace, options, limit.Token))
                {
                    if (change.Type is WatchEventType.Error)
                    {
                        break;
                    }

                    if (change.Type is not WatchEventType.Bookmark)
                    {
                        last = change.Type is WatchEventType.Deleted ? null : change.Object;
                        if (wanted(last))
                        {
                            return last;
                        }
                    }
                }
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"{typeof(T).Name} {@namespace}/{name} did not become as wanted; last seen: {last}\n{await SceneAsync(@namespace)}");
        }
    }

    /// <summary>Waits until the objects of a namespace are as wanted.</summary>
    public async Task<IReadOnlyList<T>> UntilAllAsync<T>(string @namespace, Func<IReadOnlyList<T>, bool> wanted, int seconds = 12)
        where T : class, IObject<T>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        var items = new Dictionary<string, T>();
        try
        {
            while (true)
            {
                var listed = (await Client.ListAsync<T>(@namespace, cancellationToken: limit.Token)).OrThrow();
                items = listed.Items.ToDictionary(item => item.Metadata.Uid);
                if (wanted([.. items.Values]))
                {
                    return [.. items.Values];
                }

                await foreach (var change in Client.WatchAsync<T>(@namespace, new ListOptions { ResourceVersion = listed.Metadata.ResourceVersion }, limit.Token))
                {
                    if (change.Type is WatchEventType.Error)
                    {
                        break;
                    }

                    if (change.Type is WatchEventType.Deleted)
                    {
                        items.Remove(change.Object!.Metadata.Uid);
                    }
                    else if (change.Type is not WatchEventType.Bookmark)
                    {
                        items[change.Object!.Metadata.Uid] = change.Object;
                    }

                    if (wanted([.. items.Values]))
                    {
                        return [.. items.Values];
                    }
                }
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"the {T.Info.Plural} of {@namespace} did not become as wanted; last seen: {string.Join('\n', items.Values)}");
        }
    }

    // What there is, for the message of a test that failed.
    private async Task<string> SceneAsync(string @namespace)
    {
        var pods = (await Client.ListAsync<Pod>(@namespace)).OrThrow().Items.Select(pod => $"pod {pod.Metadata.Name} {pod.Status.Phase} on {pod.Spec.NodeName} ip {pod.Status.PodIP}, deleted {pod.Metadata.DeletionTimestamp}, finalizers {pod.Metadata.Finalizers}, owners {pod.Metadata.OwnerReferences}");
        var events = (await Client.ListAsync<Event>(@namespace)).OrThrow().Items.Select(e => $"event {e.InvolvedObject.Kind} {e.InvolvedObject.Name}: {e.Reason} {e.Message} x{e.Count}");
        var sets = (await Client.ListAsync<Api.AppsV1.ReplicaSet>(@namespace)).OrThrow().Items.Select(set => $"set {set.Metadata.Name} {set.Status.Replicas}/{set.Spec.Replicas}, deleted {set.Metadata.DeletionTimestamp}, finalizers {set.Metadata.Finalizers}");
        return string.Join('\n', sets.Concat(pods).Concat(events));
    }

    public async ValueTask DisposeAsync()
    {
        await StopManagerAsync();
        await _stop.CancelAsync();
        await Task.WhenAll(_running).WaitAsync(TimeSpan.FromSeconds(20));
        _transport.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
        _log.Dispose();
        _stop.Dispose();
    }

    // Binds every pod to the node "straw", runs it, and lets deleted ones go at once.
    private async Task ActAsKubeletAsync(CancellationToken cancellationToken)
    {
        try
        {
            var node = new Node { Metadata = new ObjectMeta { Name = "straw", Labels = ValueMap.Of(("kubernetes.io/os", "linux")) } };
            node = (await Client.CreateAsync(node, cancellationToken: cancellationToken)).OrThrow();
            var ready = new NodeCondition { Type = "Ready", Status = "True", Reason = "KubeletReady", LastHeartbeatTime = DateTimeOffset.UtcNow, LastTransitionTime = DateTimeOffset.UtcNow };
            await Client.UpdateStatusAsync(node with { Status = node.Status with { Conditions = [ready] } }, cancellationToken: cancellationToken);
            var ip = 0;
            while (true)
            {
                await foreach (var change in Client.WatchAsync<Pod>("", null, cancellationToken))
                {
                    if (change.Object is not { } pod || change.Type is WatchEventType.Deleted)
                    {
                        continue;
                    }

                    if (pod.Metadata.DeletionTimestamp is not null)
                    {
                        await Client.DeleteAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, new DeleteOptions { GracePeriodSeconds = 0 }, cancellationToken);
                    }
                    else if (pod.Spec.NodeName.Length == 0)
                    {
                        var binding = new Binding { Metadata = new ObjectMeta { Name = pod.Metadata.Name, Namespace = pod.Metadata.Namespace }, Target = new ObjectReference { Kind = "Node", Name = "straw" } };
                        await Client.CreateSubresourceAsync<Pod, Binding, Status>(pod.Metadata.Namespace, pod.Metadata.Name, "binding", binding, cancellationToken: cancellationToken);
                    }
                    else if (pod.Status.Phase == "Running" && pod.Metadata.Labels.ContainsKey(EndsLabel))
                    {
                        await Client.UpdateStatusAsync(pod with { Status = pod.Status with { Phase = "Succeeded", Conditions = default } }, cancellationToken: cancellationToken);
                    }
                    else if (pod.Status.Phase == "Pending")
                    {
                        var now = DateTimeOffset.UtcNow;
                        var address = $"10.0.0.{++ip}";
                        await Client.UpdateStatusAsync(
                            pod with
                            {
                                Status = pod.Status with
                                {
                                    Phase = "Running",
                                    PodIP = address,
                                    PodIPs = [new PodIP { Ip = address }],
                                    StartTime = now,
                                    Conditions = [new PodCondition { Type = "Ready", Status = "True", LastTransitionTime = now }],
                                },
                            },
                            cancellationToken: cancellationToken);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
