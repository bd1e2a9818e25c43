using System.Text;

namespace Cybernetes.Store.Load;

/// <summary>
/// Clients that create, swap, delete and read a few keys without pause, and watchers that follow, all in a <see cref="Journal"/>:
/// <code>
/// i ID create|swap|delete|get|pair KEY EXPECTED     asked
/// o ID true|false REVISION MOD VALUE                answered: done or not, the store's revision, the version shown ("0 -": none)
/// w WATCHER REVISION KEY=VALUE|KEY!...              seen: the changes of a revision, "!" a delete
/// </code>
/// Every write has a value of its own: its ID.
/// </summary>
public sealed class LoadRun(IStore store, Journal journal, string name, int seed)
{
    public const string Prefix = "/load/";
    private const int Keys = 20;
    private const int Kept = 20;
    private readonly long[] _journaled = new long[2];

    /// <summary>Runs until cancelled, or until the store breaks.</summary>
    public Task RunAsync(int clients, Revision watchFrom, CancellationToken cancellationToken) => Task.WhenAll(
        [
            .. Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(client, cancellationToken), CancellationToken.None)),
            Task.Run(() => CompactAsync(cancellationToken), CancellationToken.None),
            .. Enumerable.Range(0, _journaled.Length).Select(watcher => Task.Run(() => WatchAsync(watcher, watchFrom, cancellationToken), CancellationToken.None)),
        ]);

    private async Task ClientAsync(int client, CancellationToken cancellationToken)
    {
        var random = new Random(HashCode.Combine(seed, client));
        var known = new Dictionary<string, long>();
        for (var i = 0; !cancellationToken.IsCancellationRequested; i++)
        {
            var id = $"{name}.{client}.{i}";
            var key = $"{Prefix}k{random.Next(Keys)}";
            try
            {
                await OneAsync(id, key, random.Next(10), known, cancellationToken);
            }
            catch (Exception error) when (error is StoreException or OperationCanceledException)
            {
                // Not answered: it may or may not have been done.
            }
        }
    }

    private async Task OneAsync(string id, string key, int choice, Dictionary<string, long> known, CancellationToken cancellationToken)
    {
        var expected = known.GetValueOrDefault(key);
        var value = Encoding.UTF8.GetBytes(id);
        switch (choice)
        {
            case < 2:
                journal.Write($"i {id} create {key} 0");
                Answer(id, key, await store.CreateAsync(key, value, default, cancellationToken), known);
                break;
            case < 5:
                journal.Write($"i {id} swap {key} {expected}");
                Answer(id, key, await store.CompareAndSwapAsync(key, new Revision(expected), value, default, cancellationToken), known);
                break;
            case < 6 when expected > 0:
                journal.Write($"i {id} delete {key} {expected}");
                Answer(id, key, await store.CompareAndDeleteAsync(key, new Revision(expected), cancellationToken), known);
                break;
            case < 7:
                journal.Write($"i {id} pair {key} 0");
                var both = new Txn { Then = [new PutOp(key, value), new PutOp(key + "-twin", value)] };
                var result = await store.TxnAsync(both, cancellationToken);
                known[key] = result.Revision.Value;
                journal.Write($"o {id} true {result.Revision} 0 -");
                break;
            default:
                journal.Write($"i {id} get {key} 0");
                var got = await store.GetAsync(key, default, cancellationToken);
                known[key] = got.Item?.ModRevision.Value ?? 0;
                journal.Write($"o {id} true {got.Revision} {Shown(got.Item)}");
                break;
        }
    }

    private void Answer(string id, string key, WriteResult result, Dictionary<string, long> known)
    {
        known[key] = result.Succeeded ? result.Revision.Value : result.Item?.ModRevision.Value ?? 0;
        journal.Write($"o {id} {(result.Succeeded ? "true" : "false")} {result.Revision} {(result.Succeeded ? "0 -" : Shown(result.Item))}");
    }

    private async Task WatchAsync(int watcher, Revision from, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var batch in store.WatchAsync(new WatchRequest(KeyRange.Prefix(Prefix), from), cancellationToken))
            {
                journal.Write($"w {watcher} {batch.Revision} {string.Join(' ', batch.Events.Select(Show))}");
                Volatile.Write(ref _journaled[watcher], batch.Revision.Value);
            }
        }
        catch (Exception error) when (error is StoreException or OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <summary>Forgets history that both watchers have in the journal, so that a later run can go on watching.</summary>
    private async Task CompactAsync(CancellationToken cancellationToken)
    {
        for (var last = 0L; !cancellationToken.IsCancellationRequested;)
        {
            try
            {
                await Task.Delay(10, cancellationToken);
                var target = _journaled.Min() - Kept;
                if (target > last)
                {
                    last = target;
                    await store.CompactAsync(new Revision(target), cancellationToken);
                }
            }
            catch (Exception error) when (error is StoreException or OperationCanceledException)
            {
                // Done already, or the run is over.
            }
        }
    }

    /// <summary>A change as the journal has it.</summary>
    public static string Show(StoreEvent change) =>
        change.IsDelete ? $"{change.Item.Key}!" : $"{change.Item.Key}={Encoding.UTF8.GetString(change.Item.Value.Span)}";

    private static string Shown(KeyValue? item) => item is null ? "0 -" : $"{item.ModRevision} {Encoding.UTF8.GetString(item.Value.Span)}";
}
