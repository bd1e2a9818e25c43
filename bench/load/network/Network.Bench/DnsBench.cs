using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cybernetes.Dns;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Plugins;
using Cybernetes.Dns.Server;
using Cybernetes.Dns.Services;

namespace Cybernetes.Network.Bench;

/// <summary>
/// Queries per second and latency over loopback with 10,000 Services, every query another name. The client keeps a window of
/// queries open; server and client share the machine, and the server's processor time is what the rate per core is made of.
/// </summary>
internal static class DnsBench
{
    private const int Services = 10000;
    private const int Window = 64;

    public static async Task RunAsync(int seconds)
    {
        var view = new MemoryServiceView();
        for (var i = 0; i < Services; i++)
        {
            view.Put(new DnsService("ns" + (i % 100), "s" + i) { ClusterAddresses = [Address(i)] });
        }

        using var stop = new CancellationTokenSource();
        var server = new DnsServer(
            new DnsServerOptions { ReadCorefile = () => ".:0 {\n errors\n kubernetes cluster.local in-addr.arpa {\n pods insecure\n ttl 30\n }\n cache 30 {\n disable success cluster.local\n disable denial cluster.local\n }\n loadbalance\n}", Addresses = [IPAddress.Loopback] },
            new DnsEnvironment(view, new DnsTextOutput(TextWriter.Null)));
        var running = server.RunAsync(stop.Token);
        await server.Started;
        var cpu = new ThreadTimes("dns-udp");
        Measure("127.0.0.1", server.Address.Port, 1);
        var before = cpu.Read();
        var result = Measure("127.0.0.1", server.Address.Port, seconds);
        var used = cpu.Read() - before;
        Console.WriteLine($"queries/s {result.Rate:F0}  p50 {result.P50:F3} ms  p99 {result.P99:F3} ms  lost {result.Lost}  server thread busy {used.TotalSeconds / seconds:P0}  queries/s per busy core {result.Rate * seconds / used.TotalSeconds:F0}");
        await stop.CancelAsync();
        await running;
        if (Unbound.Start(Services, Name, Address) is not { } unbound)
        {
            Console.WriteLine("unbound is not installed: no comparison");
            return;
        }

        using (unbound)
        {
            Measure("127.0.0.1", unbound.Port, 1);
            var usedBefore = unbound.Processor;
            var theirs = Measure("127.0.0.1", unbound.Port, seconds);
            var theirTime = unbound.Processor - usedBefore;
            Console.WriteLine($"unbound: queries/s {theirs.Rate:F0}  p50 {theirs.P50:F3} ms  p99 {theirs.P99:F3} ms  lost {theirs.Lost}  queries/s per busy core {theirs.Rate * seconds / theirTime.TotalSeconds:F0}");
            Console.WriteLine($"ratio of queries/s {result.Rate / theirs.Rate:F2}, per busy core {result.Rate / used.TotalSeconds / (theirs.Rate / theirTime.TotalSeconds):F2}");
        }
    }

    private static string Name(int number) => $"s{number}.ns{number % 100}.svc.cluster.local.";

    private static IPAddress Address(int number) => IPAddress.Parse($"10.96.{number >> 8}.{number & 255}");

    private static (double Rate, double P50, double P99, int Lost) Measure(string address, int port, int seconds)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 200 };
        socket.Connect(IPAddress.Parse(address), port);
        var packets = new byte[Services][];
        var buffer = new byte[4096];
        for (var i = 0; i < Services; i++)
        {
            var length = DnsWriter.Write(DnsMessage.Query(Name(i), DnsType.A, 0), buffer, 512);
            packets[i] = buffer[..length];
        }

        var sent = new long[65536];
        var times = new List<double>(2_000_000);
        var watch = Stopwatch.StartNew();
        var open = 0;
        var lost = 0;
        var next = 0;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            while (open < Window)
            {
                var packet = packets[next % Services];
                var id = (ushort)next++;
                packet[0] = (byte)(id >> 8);
                packet[1] = (byte)id;
                sent[id] = watch.ElapsedTicks;
                socket.Send(packet);
                open++;
            }

            try
            {
                socket.Receive(buffer);
                var id = (buffer[0] << 8) | buffer[1];
                if ((buffer[3] & 15) != 0)
                {
                    throw new InvalidOperationException($"rcode {buffer[3] & 15}");
                }

                times.Add((watch.ElapsedTicks - sent[id]) * 1000.0 / Stopwatch.Frequency);
                open--;
            }
            catch (SocketException)
            {
                lost += open;
                open = 0;
            }
        }

        var rate = times.Count / watch.Elapsed.TotalSeconds;
        times.Sort();
        return (rate, times[times.Count / 2], times[times.Count * 99 / 100], lost);
    }

    /// <summary>The processor time of this process's threads of a name.</summary>
    private sealed class ThreadTimes(string name)
    {
        public TimeSpan Read() => TimeSpan.FromSeconds(Directory.GetDirectories("/proc/self/task")
            .Where(t => File.ReadAllText(t + "/comm").Trim() == name)
            .Sum(t => File.ReadAllText(t + "/stat") is var stat && stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is var f ? (long.Parse(f[11]) + long.Parse(f[12])) / 100.0 : 0));
    }
}
