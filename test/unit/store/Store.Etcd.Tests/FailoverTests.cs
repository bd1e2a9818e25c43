using System.Collections.Concurrent;
using System.Text;
using Cybernetes.Store.Contract;

namespace Cybernetes.Store.Etcd.Tests;

/// <summary>Three members, one of which dies or goes silent under load: nothing acknowledged is lost, and the watch has no gap and no duplicate.</summary>
public sealed class FailoverTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static EtcdOptions Options(EtcdCluster cluster, Certificates? tls) => new()
    {
        Endpoints = cluster.Endpoints,
        CaFile = tls?.Pem("ca.crt"),
        CertFile = tls?.Pem("client.crt"),
        KeyFile = tls?.Pem("client.key"),
        CallTimeout = TimeSpan.FromSeconds(5),
        KeepAliveTime = TimeSpan.FromSeconds(1),
        KeepAliveTimeout = TimeSpan.FromSeconds(1),
    };

    [Theory]
    [InlineData("kill", true)]
    [InlineData("freeze", false)]
    public async Task EachMemberInTurnMayFailUnderLoad(string how, bool overTls)
    {
        Assert.SkipUnless(EtcdCluster.IsInstalled, "etcd is not installed");
        using var timeout = new CancellationTokenSource(Patience);
        using var tls = overTls ? new Certificates() : null;
        await using var cluster = await EtcdCluster.StartAsync(3, tls?.EtcdFlags, timeout.Token);
        await using var store = new EtcdStore(Options(cluster, tls));
        await using var watching = new EtcdStore(Options(cluster, tls));
        var first = (await store.PutAsync("/load/start", default, default, timeout.Token)).Revision.Next();

        using var stop = new CancellationTokenSource();
        var acknowledged = new ConcurrentDictionary<string, Revision>();
        var seen = new List<WatchBatch>();
        var end = default(Revision);
        var watch = Task.Run(async () =>
        {
            await foreach (var batch in watching.WatchAsync(new WatchRequest(KeyRange.Prefix("/load/"), first), timeout.Token))
            {
                seen.Add(batch);
                if (batch.Events.Any(change => change.Item.Key == "/load/end"))
                {
                    break;
                }
            }
        });
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => WriteAsync(store, writer, acknowledged, stop.Token, timeout.Token))).ToArray();
        for (var member = 0; member < 3; member++)
        {
            await UntilAsync(acknowledged, acknowledged.Count + 50, timeout.Token);
            if (how == "kill")
            {
                await cluster.KillAsync(member);
            }
            else
            {
                cluster.Freeze(member);
            }
            await UntilAsync(acknowledged, acknowledged.Count + 50, timeout.Token);
            if (how == "kill")
            {
                cluster.Start(member);
            }
            else
            {
                cluster.Thaw(member);
            }
        }
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        while (end.IsNone)
        {
            try
            {
                end = (await store.PutAsync("/load/end", default, default, timeout.Token)).Revision;
            }
            catch (StoreException error) when (error.Error == StoreError.Unavailable)
            {
                // The members find each other again.
            }
        }
        await watch;

        var stored = (await store.RangeAsync(new RangeRequest(KeyRange.Prefix("/load/w")), timeout.Token)).Items.ToDictionary(item => item.Key.ToString());
        Assert.All(acknowledged, write => Assert.Equal(write.Value, stored[write.Key].ModRevision));
        Assert.All(stored.Values, item => Assert.Equal(1, item.Version));
        var revisions = seen.Select(batch => batch.Revision.Value).ToList();
        Assert.Equal(Enumerable.Range(0, revisions.Count).Select(i => first.Value + i), revisions);
    }

    /// <summary>Creates one key after the other; each is written under one name only, so a write done twice would show.</summary>
    private static async Task WriteAsync(
        EtcdStore store, int writer, ConcurrentDictionary<string, Revision> acknowledged, CancellationToken stop, CancellationToken timeout)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var key = $"/load/w{writer}-{i:d6}";
            try
            {
                var result = await store.CreateAsync(key, Encoding.UTF8.GetBytes(key), default, timeout);
                Assert.True(result.Succeeded);
                acknowledged[key] = result.Revision;
            }
            catch (StoreException error) when (error.Error == StoreError.Unavailable)
            {
                // May or may not be done: not acknowledged, not asked for again.
            }
        }
    }

    private static async Task UntilAsync(ConcurrentDictionary<string, Revision> acknowledged, int count, CancellationToken token)
    {
        while (acknowledged.Count < count)
        {
            await Task.Delay(20, token);
        }
    }
}
