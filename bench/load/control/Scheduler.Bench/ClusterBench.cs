using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.InProcess;
using Cybernetes.Base.Logging;
using Cybernetes.Client;
using Cybernetes.Hollow;
using Cybernetes.Informers.Caching;
using Cybernetes.Store.Embedded;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Scheduler.Bench;

/// <summary>Pods a second from creation to binding, through a real API server on a durable store, and how long each took.</summary>
internal static class ClusterBench
{
    public static async Task RunAsync(int nodes, int pods, string shape)
    {
        var (make, threshold) = PodShapes.All[shape];
        var directory = Directory.CreateTempSubdirectory("c8s-bench").FullName;
        using var stop = new CancellationTokenSource();
        using var logs = new ComponentLoggerFactory(new LogOptions(), Stream.Null, TimeProvider.System);
        await using var server = await ApiServerHost.StartAsync(
            new ApiServerOptions { DataDirectory = directory, BindAddress = IPAddress.Loopback, SecurePort = FreePort() },
            EmbeddedStore.Open(Path.Combine(directory, "store.db")), logs, TimeProvider.System, stop.Token);
        KubeClient ClientOf(string user) => new(new InProcessTransport(
            server.Pipeline, new UserInfo(user) { Groups = [UserInfo.MastersGroup, UserInfo.AuthenticatedGroup] }, user, TimeProvider.System));

        var client = ClientOf("bench");
        var running = new List<Task>();
        var hollowInformers = new InformerFactory(ClientOf("hollow"), logs);
        var hollow = new HollowNodes(ClientOf("hollow"), new HollowOptions { Nodes = nodes, Zones = 3, LeasePeriod = TimeSpan.FromSeconds(30) }, hollowInformers);
        var began = Stopwatch.GetTimestamp();
        await hollow.RegisterAsync(stop.Token);
        Console.WriteLine($"{nodes} nodes registered in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");

        // Admission taints new nodes, and no controller is here to take that back.
        foreach (var node in (await client.ListAsync<Node>(cancellationToken: stop.Token)).OrThrow().Items)
        {
            (await client.UpdateAsync(node with { Spec = node.Spec with { Taints = [] } }, cancellationToken: stop.Token)).OrThrow();
        }

        await client.CreateAsync(new ServiceAccount { Metadata = new() { Name = "default", Namespace = "default" } });
        var informers = new InformerFactory(ClientOf("system:kube-scheduler"), logs);
        var scheduler = new SchedulerHost(informers, new SchedulerOptions(), logs);
        running.Add(informers.RunAsync(stop.Token));
        var ready = new TaskCompletionSource();
        running.Add(Task.Run(() => scheduler.RunAsync(stop.Token, ready.SetResult)));
        await ready.Task;

        var created = new Dictionary<string, long>();
        var latencies = new List<double>();
        var done = new TaskCompletionSource();
        var last = began;
        using var seen = informers.For<Pod>().AddHandler(_ => { }, (before, after) =>
        {
            if (before.Spec.NodeName.Length > 0 || after.Spec.NodeName.Length == 0)
            {
                return;
            }

            lock (created)
            {
                last = Stopwatch.GetTimestamp();
                latencies.Add(Stopwatch.GetElapsedTime(created[after.Metadata.Name]).TotalMilliseconds);
                if (latencies.Count == pods)
                {
                    done.TrySetResult();
                }
            }
        });

        began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, pods), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, ct) =>
        {
            var pod = make(number);
            lock (created)
            {
                created[pod.Metadata.Name] = Stopwatch.GetTimestamp();
            }

            (await client.CreateAsync(pod with { Metadata = pod.Metadata with { Uid = "" } }, cancellationToken: ct)).OrThrow();
        });
        var creating = Stopwatch.GetElapsedTime(began);
        await Task.WhenAny(done.Task, Task.Delay(TimeSpan.FromSeconds(60)));
        lock (created)
        {
            latencies.Sort();
            var rate = latencies.Count / Stopwatch.GetElapsedTime(began, last).TotalSeconds;
            Console.WriteLine($"{shape}: {nodes} nodes, {latencies.Count} of {pods} pods bound, {rate:F0} pods/s ({rate / threshold:F1} x upstream's threshold); created in {creating.TotalSeconds:F1} s; "
                + $"p50 {At(latencies, 50):F0} ms, p90 {At(latencies, 90):F0} ms, p99 {At(latencies, 99):F0} ms; {Environment.WorkingSet / (1024 * 1024)} MiB");
        }

        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Directory.Delete(directory, recursive: true);
    }

    private static double At(List<double> sorted, int percent) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
