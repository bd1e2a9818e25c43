using System.Diagnostics;
using Cybernetes.Store;
using Cybernetes.Store.Bench;
using Cybernetes.Store.Contract;
using Cybernetes.Store.Embedded;
using Cybernetes.Store.Etcd;

// Which measurements; all when none is named.
var wanted = args.Length > 0 ? args : ["embedded", "etcd", "memory", "watchers", "compaction"];
var duration = TimeSpan.FromSeconds(5);
const int Clients = 64;
const int ValueBytes = 1024;
var directory = Directory.CreateTempSubdirectory("c8s-bench-");
try
{
    foreach (var what in wanted)
    {
        var line = what switch
        {
            "embedded" => await EmbeddedAsync(),
            "etcd" => await EtcdAsync(),
            "check" => await CheckPerfAsync(),
            "memory" => await MemoryAsync(100_000),
            "watchers" => await WatchersAsync(1000),
            "compaction" => await CompactionAsync(5_000_000),
            "compaction-small" => await CompactionAsync(500_000),
            _ => "unknown",
        };
        Console.WriteLine($"{what,-12} {line}");
    }
}
finally
{
    directory.Delete(recursive: true);
}

async Task<string> EmbeddedAsync()
{
    await using var store = EmbeddedStore.Open(Path.Combine(directory.FullName, "write.db"));
    return await WriteLoad.RunAsync(store, Clients, ValueBytes, duration);
}

async Task<string> EtcdAsync()
{
    if (!EtcdCluster.IsInstalled)
    {
        return "not installed";
    }
    await using var cluster = await EtcdCluster.StartAsync(1);
    await using var store = new EtcdStore(new EtcdOptions { Endpoints = cluster.Endpoints });
    return await WriteLoad.RunAsync(store, Clients, ValueBytes, duration);
}

async Task<string> CheckPerfAsync()
{
    if (EtcdCluster.Find("etcdctl") is null)
    {
        return "not installed";
    }
    await using var cluster = await EtcdCluster.StartAsync(1);
    var start = new ProcessStartInfo("etcdctl", ["--endpoints=" + cluster.Endpoints[0], "check", "perf", "--load=xl"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
    start.Environment["ETCDCTL_API"] = "3";
    using var process = Process.Start(start)!;
    var output = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
    return string.Join(" | ", output.Split('\n', '\r').Where(line => line.Contains("hroughput") || line.Contains("equest") || line.Contains("Stddev")));
}

async Task<string> MemoryAsync(int keys)
{
    var path = Path.Combine(directory.FullName, "memory.db");
    long data = 0;
    await using (var store = EmbeddedStore.Open(path))
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, keys), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (i, token) =>
        {
            var value = new byte[ValueBytes];
            Random.Shared.NextBytes(value);
            await store.PutAsync(ReadLoad.Name(i), value, default, token);
            Interlocked.Add(ref data, ValueBytes + ReadLoad.Name(i).Length);
        });
    }
    GC.Collect(2, GCCollectionMode.Aggressive, true, true);
    var before = GC.GetTotalMemory(true);
    var rssBefore = Environment.WorkingSet;
    var watch = Stopwatch.StartNew();
    await using var again = EmbeddedStore.Open(path);
    var opened = watch.Elapsed;
    var memory = GC.GetTotalMemory(true) - before;
    var rss = Environment.WorkingSet - rssBefore;
    return $"{keys} keys: memory {(double)memory / data:f2} x the data (resident {(double)rss / data:f2} x), opened in {opened.TotalSeconds:f2} s   "
        + await ReadLoad.RunAsync(again, keys);
}

async Task<string> WatchersAsync(int watchers)
{
    await using var store = EmbeddedStore.InMemory();
    using var stop = new CancellationTokenSource();
    const int Events = 200;
    var tasks = Enumerable.Range(0, watchers).Select(_ => Task.Run(async () =>
    {
        var count = 0;
        await foreach (var batch in store.WatchAsync(new WatchRequest(KeyRange.Prefix("/w/"), new Revision(2)), stop.Token))
        {
            if (++count == Events)
            {
                break;
            }
        }
    })).ToArray();
    while (store.WatcherCount < watchers)
    {
        await Task.Delay(10);
    }
    var allocated = GC.GetTotalAllocatedBytes(true);
    var watch = Stopwatch.StartNew();
    var value = new byte[100_000];
    for (var i = 0; i < Events; i++)
    {
        await store.PutAsync("/w/a", value);
    }
    await Task.WhenAll(tasks);
    var bytes = GC.GetTotalAllocatedBytes(true) - allocated;
    return $"{watchers} watchers: {watchers * Events / watch.Elapsed.TotalSeconds / 1e6:f2} million deliveries/s, {bytes / (double)(watchers * Events):f0} bytes allocated a delivery of 100 kB";
}

async Task<string> CompactionAsync(int revisions)
{
    var path = Path.Combine(directory.FullName, "compaction.db");
    const int Keys = 20_000;
    await using var store = EmbeddedStore.Open(path);
    var watch = Stopwatch.StartNew();
    var next = 0;
    await Task.WhenAll(Enumerable.Range(0, 256).Select(_ => Task.Run(async () =>
    {
        while (Interlocked.Increment(ref next) is var i && i <= revisions)
        {
            await store.TxnAsync(new Txn { Then = [new PutOp($"/c/{Random.Shared.Next(Keys):d6}", new byte[200])] });
            if (i % 100_000 == 0)
            {
                await store.CompactAsync(new Revision(store.CurrentRevision.Value - 1000));
            }
        }
    })));
    var wrote = watch.Elapsed;
    await store.CompactAsync(store.CurrentRevision);
    var live = (await store.RangeAsync(new RangeRequest(KeyRange.All))).Items.Sum(item => (long)item.Key.Length + item.Value.Length);
    return $"{revisions} revisions in {wrote.TotalSeconds:f0} s: file {new FileInfo(path).Length / (double)live:f2} x the live data of {live / 1e6:f1} MB";
}
