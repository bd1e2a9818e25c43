using System.Diagnostics;

namespace Cybernetes.Store.Bench;

/// <summary>Clients that each write one value after the other and wait until it is durable.</summary>
internal static class WriteLoad
{
    public static async Task<string> RunAsync(IStore store, int clients, int valueBytes, TimeSpan duration)
    {
        await ForAsync(store, clients, valueBytes, TimeSpan.FromSeconds(1), "warm");
        var watch = Stopwatch.StartNew();
        var latencies = await ForAsync(store, clients, valueBytes, duration, "load");
        var seconds = watch.Elapsed.TotalSeconds;
        latencies.Sort();
        return $"{latencies.Count / seconds,8:f0} writes/s   p50 {At(0.5):f2} ms   p99 {At(0.99):f2} ms   p99.9 {At(0.999):f2} ms";

        double At(double share) => latencies[(int)(latencies.Count * share)] / 1000.0;
    }

    private static async Task<List<int>> ForAsync(IStore store, int clients, int valueBytes, TimeSpan duration, string name)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var latencies = new List<int>();
            for (var i = 0; Stopwatch.GetTimestamp() < end; i++)
            {
                var value = new byte[valueBytes];
                Random.Shared.NextBytes(value);
                var start = Stopwatch.GetTimestamp();
                await store.TxnAsync(new Txn { Then = [new PutOp($"/bench/{name}/{client}/{i:d8}", value)] });
                latencies.Add((int)Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
            return latencies;
        })));
        return [.. all.SelectMany(one => one)];
    }
}
