using System.Runtime.CompilerServices;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>
/// GET of a collection with watch: everything that happens after a version. Reads the cache's ring at its own pace; one that is too slow for the
/// ring is ended, never waited for.
/// </summary>
public sealed class WatchVerb(RegistryServices services, CancellationToken serverStopping)
{
    private static readonly TimeSpan _bookmarkPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _shortestDefault = TimeSpan.FromMinutes(30);

    /// <summary>Opens the watch.</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var options = OptionsReader.List(context.Query);
        OptionsReader.Check(options, isWatch: true);
        var selection = ObjectSelection.From(context, options);
        var version = options.ResourceVersion;
        var number = 0L;
        if (version.Length > 0 && !(ulong.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var parsed) && (number = (long)Math.Min(parsed, long.MaxValue)) >= 0))
        {
            throw ApiErrors.Unknown(GetVerb.VersionError(version));
        }

        // Unset means "from now, with what there is": the newest state, not an old one.
        if (number == 0 && version != "0")
        {
            await services.Replica.WaitAsync(await services.NewestRevisionAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        else if (options.SendInitialEvents == true)
        {
            await GetVerb.WaitForAsync(services, version.Length == 0 ? "0" : version, cancellationToken).ConfigureAwait(false);
        }

        var timeout = options.TimeoutSeconds is > 0 and { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, 1_000_000)) : _shortestDefault * (1 + Random.Shared.NextDouble());
        return new WatchResponse(context.Resource!, RunAsync(context.Resource!.Storage!.Cache, options, selection, new Revision(number), timeout, cancellationToken));
    }

    private async IAsyncEnumerable<WatchItem> RunAsync(
        WatchCache cache, ListOptions options, ObjectSelection selection, Revision from, TimeSpan timeout, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, serverStopping);
        limit.CancelAfter(timeout);
        long position;
        var initial = options.SendInitialEvents ?? from.IsNone;
        if (initial)
        {
            var applied = services.Replica.Applied;
            (var snapshot, position) = cache.Now();
            foreach (var stored in snapshot.Range(selection.Prefix))
            {
                if (selection.Matches(stored))
                {
                    yield return new WatchItem(WatchItemType.Added, stored);
                }
            }

            if (options.SendInitialEvents == true && options.AllowWatchBookmarks)
            {
                yield return new WatchItem(WatchItemType.Bookmark, Version: applied.ToString(), InitialEventsEnd: true);
            }
        }
        else if (options.SendInitialEvents == false && from.IsNone)
        {
            position = cache.Position;
        }
        else if (cache.PositionAfter(from, out var oldest) is { } place)
        {
            position = place;
        }
        else
        {
            yield return new WatchItem(WatchItemType.Error, Error: ApiErrors.Expired($"too old resource version: {from} ({oldest})").Status);
            yield break;
        }

        await foreach (var item in FollowAsync(cache, selection, position, options.AllowWatchBookmarks, limit.Token).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private async IAsyncEnumerable<WatchItem> FollowAsync(WatchCache cache, ObjectSelection selection, long position, bool bookmarks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var nextBookmark = services.Time.GetUtcNow() + _bookmarkPeriod;
        while (!cancellationToken.IsCancellationRequested)
        {
            var applied = services.Replica.Applied;
            var changed = cache.Changed;
            for (; ; )
            {
                CacheEvent change;
                try
                {
                    if (!cache.TryRead(ref position, out change))
                    {
                        break;
                    }
                }
                catch (WatcherTooSlowException)
                {
                    yield break;
                }

                if (Show(selection, change) is { } item)
                {
                    yield return item;
                }
            }

            if (bookmarks && services.Time.GetUtcNow() >= nextBookmark)
            {
                nextBookmark = services.Time.GetUtcNow() + _bookmarkPeriod;
                yield return new WatchItem(WatchItemType.Bookmark, Version: applied.ToString());
            }

            if (!await WaitAsync(changed, bookmarks ? nextBookmark - services.Time.GetUtcNow() : Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false))
            {
                yield break;
            }
        }
    }

    /// <summary>What a watcher with a selection is shown of a change; null for nothing.</summary>
    private static WatchItem? Show(ObjectSelection selection, CacheEvent change)
    {
        var before = change.Old is not null && selection.Matches(change.Old);
        var after = change.New is not null && selection.Matches(change.New);
        return (before, after) switch
        {
            (false, true) => new WatchItem(WatchItemType.Added, change.New),
            (true, true) => new WatchItem(WatchItemType.Modified, change.New),
            (true, false) => new WatchItem(WatchItemType.Deleted, change.Last),
            _ => null,
        };
    }

    /// <summary>Waits for a change or until a bookmark is due; false when the watch ends.</summary>
    private async ValueTask<bool> WaitAsync(Task changed, TimeSpan due, CancellationToken cancellationToken)
    {
        try
        {
            await changed.WaitAsync(due < TimeSpan.Zero && due != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : due, services.Time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
