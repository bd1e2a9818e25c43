using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Nftables;
using Cybernetes.Proxy;
using Cybernetes.Proxy.Services;

namespace Cybernetes.Network.Bench;

/// <summary>How long Services take to be in force: all of them at first, then one change. In a network namespace of its own.</summary>
internal static partial class ProxyBench
{
    private const int NewNetwork = 0x40000000;

    public static async Task RunAsync()
    {
        // libnftables speaks for the thread's namespace: the process leaves the machine's before anything is started.
        if (Unshare(NewNetwork) != 0)
        {
            throw new InvalidOperationException("needs root");
        }

        Console.WriteLine("services  endpoints  first sync ms  one endpoint more ms (median, p99 of 50)  one service more ms");
        foreach (var count in (int[])[1000, 10000, 30000])
        {
            var node = new ProxyNode("n") { ClusterCidrs = [IPNetwork.Parse("10.244.0.0/16")], ServiceCidrs = [IPNetwork.Parse("10.96.0.0/12")], NodePortAddresses = [IPAddress.Parse("192.168.0.1")] };
            var table = new ServiceTable(new NftRunner(), node, NftFamily.Ip, NftFamily.Ip6);
            for (var i = 0; i < count; i++)
            {
                table.Put($"ns/s{i}", Service(i), [Slice(i, 2)]);
            }

            var first = await TimeAsync(() => table.SyncAsync(default));
            var changes = new List<double>();
            for (var i = 0; i < 50; i++)
            {
                var which = i * (count / 50);
                var endpoints = 3;
                changes.Add(await TimeAsync(() =>
                {
                    table.Put($"ns/s{which}", Service(which), [Slice(which, endpoints)]);
                    return table.SyncAsync(default);
                }));
            }

            var added = await TimeAsync(() =>
            {
                table.Put("ns/new", Service(count + 1), [Slice(count + 1, 2)]);
                return table.SyncAsync(default);
            });
            changes.Sort();
            Console.WriteLine($"{count,8}  {count * 2,9}  {first,13:F0}  {changes[25],20:F2}, {changes[^1]:F2}  {added,26:F2}");
            await ServiceTable.RemoveAsync(new NftRunner(), default);
        }
    }

    private static async Task<double> TimeAsync(Func<ValueTask<ProxySync>> sync)
    {
        var watch = Stopwatch.StartNew();
        var result = await sync();
        if (result.Refused.Count > 0 || result.RebuildReason is not null)
        {
            throw new InvalidOperationException(result.RebuildReason ?? result.Refused.First().ToString());
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    private static Service Service(int i)
    {
        var address = $"10.{96 + (i >> 16)}.{(i >> 8) & 255}.{i & 255}";
        return new Service
        {
            Metadata = new ObjectMeta { Namespace = "ns", Name = $"s{i}" },
            Spec = new ServiceSpec { Type = "ClusterIP", ClusterIP = address, ClusterIPs = [address], Ports = [new ServicePort { Name = "http", Protocol = "TCP", Port = 80 }] },
        };
    }

    private static EndpointSlice Slice(int i, int endpoints) => new()
    {
        AddressType = "IPv4",
        Ports = [new Cybernetes.Api.DiscoveryV1.EndpointPort { Name = "http", Protocol = "TCP", Port = 8080 }],
        Endpoints = [.. Enumerable.Range(0, endpoints).Select(e => new Endpoint { Addresses = [$"10.244.{((i * 3) + e) >> 8 & 255}.{((i * 3) + e) & 255}"] })],
    };

    [LibraryImport("libc", EntryPoint = "unshare")]
    private static partial int Unshare(int flags);
}
