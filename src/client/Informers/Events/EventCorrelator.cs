using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;

namespace Cybernetes.Informers.Events;

/// <summary>
/// What becomes of an event: dropped (spam), a new one, or one more of an earlier one. The rules are client-go's: 25 at once and then one in
/// five minutes for one source and object; more than ten alike in ten minutes with different texts become one. Not thread safe.
/// </summary>
internal sealed class EventCorrelator(TimeProvider time)
{
    private const int MaxEntries = 4096;
    private const int MaxSimilar = 10;
    private const string CombinedPrefix = "(combined from similar events): ";
    private static readonly TimeSpan _similarWithin = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, TokenBucket> _buckets = [];
    private readonly Dictionary<string, Similar> _similar = [];
    private readonly Dictionary<string, Event> _seen = [];

    /// <summary>What to write; null for nothing. <c>Before</c> is the earlier event that the new state is a patch of.</summary>
    public (Event Event, Event? Before)? Correlate(Event reported)
    {
        var (combined, key) = Aggregate(reported);
        var earlier = _seen.GetValueOrDefault(key);
        var result = combined;
        if (earlier is not null)
        {
            result = combined with
            {
                Metadata = combined.Metadata with { Name = earlier.Metadata.Name, ResourceVersion = earlier.Metadata.ResourceVersion },
                FirstTimestamp = earlier.FirstTimestamp,
                Count = earlier.Count + 1,
            };
        }

        Trim(_seen);
        _seen[key] = result;
        return Spam(reported) ? null : (result, earlier);
    }

    /// <summary>Remembers what the server made of an event.</summary>
    public void Written(Event reported, Event stored)
    {
        var key = ExactKey(reported);
        if (_seen.ContainsKey(key))
        {
            _seen[key] = stored;
        }
    }

    private bool Spam(Event reported)
    {
        var key = SpamKey(reported);
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            Trim(_buckets);
            _buckets[key] = bucket = new TokenBucket(1.0 / 300, 25, time);
        }

        return !bucket.TryTake();
    }

    private (Event Event, string Key) Aggregate(Event reported)
    {
        var now = time.GetUtcNow();
        var key = AggregateKey(reported);
        if (!_similar.TryGetValue(key, out var similar) || now - similar.Last > _similarWithin)
        {
            Trim(_similar);
            similar = new Similar();
        }

        similar.Last = now;
        similar.Messages.Add(reported.Message);
        _similar[key] = similar;
        if (similar.Messages.Count < MaxSimilar)
        {
            return (reported, ExactKey(reported));
        }

        similar.Messages.Remove(similar.Messages.First());
        return (reported with { Message = CombinedPrefix + reported.Message }, key);
    }

    private static void Trim<TValue>(Dictionary<string, TValue> entries)
    {
        if (entries.Count >= MaxEntries)
        {
            entries.Clear();
        }
    }

    private static string AggregateKey(Event e) => string.Join('\0', SpamKey(e), e.Type, e.Reason, e.ReportingComponent, e.ReportingInstance);

    private static string ExactKey(Event e) => string.Join('\0', AggregateKey(e), e.Message, e.InvolvedObject.ResourceVersion);

    private static string SpamKey(Event e) => string.Join(
        '\0', e.Source.Component, e.Source.Host, e.InvolvedObject.Kind, e.InvolvedObject.Namespace, e.InvolvedObject.Name, e.InvolvedObject.Uid, e.InvolvedObject.ApiVersion, e.InvolvedObject.FieldPath);

    private sealed class Similar
    {
        public DateTimeOffset Last { get; set; }

        public HashSet<string> Messages { get; } = new(StringComparer.Ordinal);
    }
}
