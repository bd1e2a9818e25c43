using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Cybernetes.Base.Metrics;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Cache;

/// <summary>Keeps answers and denials for their lifetimes, counted down in what is given out.</summary>
public sealed class CachePlugin : IDnsHandler
{
    private readonly CacheOptions _options;
    private readonly IDnsHandler _next;
    private readonly TimeProvider _time;
    private readonly Counter _hits;
    private readonly Counter _misses;
    private readonly ConcurrentDictionary<Key, Item> _successes = new();
    private readonly ConcurrentDictionary<Key, Item> _denials = new();

    /// <summary>An empty cache.</summary>
    public CachePlugin(CacheOptions options, PluginContext context, IDnsHandler next)
    {
        (_options, _next, _time) = (options, next, context.Environment.Time);
        _hits = context.Environment.Metrics.Counter("coredns_cache_hits_total", "The count of cache hits.", Stability.Alpha, "type");
        _misses = context.Environment.Metrics.Counter("coredns_cache_misses_total", "The count of cache misses. Deprecated, derive misses from cache hits/requests counters.", Stability.Alpha);
    }

    /// <inheritdoc/>
    public ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        if (DnsName.BestZone(_options.Zones, request.Name) is null)
        {
            return _next.ServeAsync(request, cancellationToken);
        }

        var key = new Key(request.Name, request.Type, request.Message.Question.Class, request.Message.Edns?.DnssecOk ?? false, request.Message.CheckingDisabled);
        var item = _successes.GetValueOrDefault(key);
        var denial = item is null && _denials.TryGetValue(key, out item);
        var now = _time.GetUtcNow();
        if (item is null || now >= item.Ends + _options.ServeStale)
        {
            _misses.Inc();
            return FetchAsync(request, key, null, cancellationToken);
        }

        if (now >= item.Ends)
        {
            if (_options.VerifyStale)
            {
                return FetchAsync(request, key, item, cancellationToken);
            }

            Refresh(request, key, item);
        }
        else if (IsPrefetched(item, now))
        {
            Refresh(request, key, item);
        }

        _hits.With(denial ? "denial" : "success").Inc();
        return new(new DnsReply(Restamped(item, request, now)));
    }

    private async ValueTask<DnsReply> FetchAsync(DnsRequest request, Key key, Item? stale, CancellationToken cancellationToken)
    {
        var reply = await _next.ServeAsync(request, cancellationToken);
        if (stale is not null && reply.Message.Rcode is DnsRcode.SERVFAIL)
        {
            return new DnsReply(Restamped(stale, request, _time.GetUtcNow()));
        }

        Keep(request, key, reply.Message);
        return reply;
    }

    private void Keep(DnsRequest request, Key key, DnsMessage answer)
    {
        var lifetime = _options.LifetimeOf(answer, request.Name);
        if (lifetime <= TimeSpan.Zero)
        {
            return;
        }

        var now = _time.GetUtcNow();
        var denial = CacheOptions.IsDenial(answer);
        var (into, other, capacity) = denial ? (_denials, _successes, _options.DenialCapacity) : (_successes, _denials, _options.SuccessCapacity);
        if (answer.Rcode == DnsRcode.SERVFAIL && _options.ServeStale > TimeSpan.Zero && _successes.ContainsKey(key))
        {
            return;
        }

        if (into.Count >= capacity)
        {
            // Any few make room: which ones hardly matters, walking all of them would.
            foreach (var (old, _) in into.Take(Math.Max(1, capacity / 64)))
            {
                into.TryRemove(old, out _);
            }
        }

        into[key] = new Item(answer, now, now + lifetime);
        other.TryRemove(key, out _);
    }

    private void Refresh(DnsRequest request, Key key, Item item)
    {
        if (Interlocked.Exchange(ref item.Refreshing, 1) == 1)
        {
            return;
        }

        _ = Task.Run(async () =>
        {
            try
            {
                await FetchAsync(request, key, null, CancellationToken.None);
            }
            finally
            {
                Volatile.Write(ref item.Refreshing, 0);
            }
        });
    }

    private bool IsPrefetched(Item item, DateTimeOffset now)
    {
        if (_options.Prefetch == 0)
        {
            return false;
        }

        if (now.UtcTicks - Interlocked.Exchange(ref item.LastHit, now.UtcTicks) > _options.PrefetchWindow.Ticks)
        {
            Volatile.Write(ref item.Hits, 0);
        }

        var hits = Interlocked.Increment(ref item.Hits);
        return hits >= _options.Prefetch && (item.Ends - now).Ticks * 100 < (item.Ends - item.Since).Ticks * _options.PrefetchPercentage;
    }

    private DnsMessage Restamped(Item item, DnsRequest request, DateTimeOffset now)
    {
        var ttl = _options.KeepTtl ? (uint)(item.Ends - item.Since).TotalSeconds : (uint)Math.Max(0, Math.Ceiling((item.Ends - now).TotalSeconds));
        var answer = item.Message;
        return answer with
        {
            Id = request.Message.Id,
            Questions = request.Message.Questions,
            RecursionDesired = request.Message.RecursionDesired,
            CheckingDisabled = request.Message.CheckingDisabled,
            Answers = Restamped(answer.Answers, ttl),
            Authorities = Restamped(answer.Authorities, ttl),
            Additionals = Restamped(answer.Additionals, ttl),
        };
    }

    private static ImmutableArray<DnsRecord> Restamped(ImmutableArray<DnsRecord> records, uint ttl)
    {
        if (records.IsEmpty)
        {
            return records;
        }

        var copy = new DnsRecord[records.Length];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = records[i] with { Ttl = ttl };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(copy);
    }

    private readonly record struct Key(string Name, DnsType Type, ushort Class, bool DnssecOk, bool CheckingDisabled);

    private sealed class Item(DnsMessage message, DateTimeOffset since, DateTimeOffset ends)
    {
        public int Refreshing;
        public int Hits;
        public long LastHit;

        public DnsMessage Message { get; } = message;

        public DateTimeOffset Since { get; } = since;

        public DateTimeOffset Ends { get; } = ends;
    }
}
