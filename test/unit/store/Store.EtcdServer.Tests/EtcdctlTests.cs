using System.Diagnostics;
using System.Text.Json;
using Cybernetes.Store.Contract;
using Cybernetes.Store.Embedded;

namespace Cybernetes.Store.EtcdServer.Tests;

/// <summary>etcd's own command line on a store that is not etcd.</summary>
public sealed class EtcdctlTests : IAsyncLifetime
{
    private ServedStore _served = null!; // set before the first test

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(EtcdCluster.Find("etcdctl") is null, "etcdctl is not installed");
        _served = await ServedStore.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_served is not null)
        {
            await _served.DisposeAsync();
        }
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("etcdctl") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ETCDCTL_API"] = "3";
        start.ArgumentList.Add("--endpoints=" + (arguments[0] == "unix" ? _served.Socket : _served.Loopback));
        Array.ForEach(arguments[0] == "unix" ? arguments[1..] : arguments, start.ArgumentList.Add);
        return Process.Start(start)!;
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output.Trim();
    }

    [Fact]
    public async Task PutGetAndDeleteWork()
    {
        Assert.Equal("OK", await RunAsync("put", "/a/1", "one"));
        await RunAsync("put", "/a/2", "two");
        Assert.Equal("/a/1\none\n/a/2\ntwo", await RunAsync("get", "--prefix", "/a"));
        Assert.Equal("two\none", await RunAsync("get", "--prefix", "/a", "--print-value-only", "--order=DESCEND", "--sort-by=KEY"));
        Assert.Equal("/a/2", await RunAsync("get", "--prefix", "/a", "--keys-only", "--limit=1", "--order=DESCEND", "--sort-by=MODIFY"));
        Assert.Equal("one", await RunAsync("get", "/a/1", "--print-value-only", "--rev=2"));
        Assert.Equal("OK", await RunAsync("put", "/a/1", "--ignore-value", "--lease=0"));
        Assert.Equal("2", await RunAsync("del", "--prefix", "/a"));
    }

    [Fact]
    public async Task UnixSocketIsAnEndpoint()
    {
        await RunAsync("unix", "put", "/a", "1");
        Assert.Equal("/a\n1", await RunAsync("unix", "get", "/a"));
        Assert.Contains("3.6.0", await RunAsync("unix", "endpoint", "status"));
        await RunAsync("unix", "snapshot", "save", _served.File("backup.db"));
    }

    [Fact]
    public async Task WatchShowsWhatHappens()
    {
        await _served.Store.PutAsync("/a", "1"u8.ToArray());
        using var watch = Start("watch", "--prefix", "/", "--rev=2");
        Assert.Equal(["PUT", "/a", "1"], await LinesAsync(watch, 3));
        await _served.Store.DeleteAsync(KeyRange.All);
        Assert.Equal(["DELETE", "/a"], await LinesAsync(watch, 2));
        watch.Kill();
    }

    [Fact]
    public async Task TransactionsAndLeasesWork()
    {
        var lease = (await RunAsync("lease", "grant", "100")).Split(' ')[1];
        await RunAsync("put", "/a", "1", "--lease=" + lease);
        Assert.Contains($"granted with TTL(100s), remaining(", await RunAsync("lease", "timetolive", lease, "--keys"));
        Assert.Contains("/a", await RunAsync("lease", "timetolive", lease, "--keys"));
        Assert.Contains(lease, await RunAsync("lease", "list"));
        Assert.Contains("keepalived", await RunAsync("lease", "keep-alive", "--once", lease));
        await RunAsync("lease", "revoke", lease);
        Assert.Equal("", await RunAsync("get", "/a"));
    }

    [Fact]
    public async Task StatusHealthAndMembersAreTold()
    {
        await RunAsync("put", "/a", "1");
        await RunAsync("endpoint", "health"); // 3.4 says so on standard error, and by its exit code
        using var status = JsonDocument.Parse(await RunAsync("endpoint", "status", "-w", "json"));
        var first = status.RootElement[0].GetProperty("Status");
        Assert.Equal(2, first.GetProperty("header").GetProperty("revision").GetInt64());
        Assert.True(first.GetProperty("dbSize").GetInt64() > 0);
        Assert.Contains("c8s", await RunAsync("member", "list"));
        Assert.Equal("", await RunAsync("alarm", "list"));
        Assert.Contains("compacted revision 2", await RunAsync("compact", "2"));
        Assert.Contains("Finished defragmenting", await RunAsync("defrag"));
    }

    [Fact]
    public async Task SavedSnapshotOpensAsAStore()
    {
        await RunAsync("put", "/a", "1");
        await RunAsync("snapshot", "save", _served.File("backup.db"));
        await using var copy = EmbeddedStore.Open(_served.File("backup.db"));
        Assert.Equal(2, (await copy.GetAsync("/a")).Item!.ModRevision.Value);
    }

    private static async Task<List<string>> LinesAsync(Process process, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var lines = new List<string>();
        while (lines.Count < count && await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length > 0)
            {
                lines.Add(line);
            }
        }
        return lines;
    }
}
