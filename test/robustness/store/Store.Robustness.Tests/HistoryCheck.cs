using Cybernetes.Store.Load;

namespace Cybernetes.Store.Robustness.Tests;

/// <summary>
/// Decides whether a journal can have come from a store that keeps its promises. Revisions name the order in which things took effect, so the check is exact:
/// the history must be whole, every answer must follow from the state at its revision, revisions must respect what was answered before
/// what was asked, and no write may show twice. Throws with what is wrong.
/// </summary>
internal sealed class HistoryCheck
{
    private readonly SortedDictionary<long, Dictionary<string, string?>> _revisions = [];
    private readonly Dictionary<string, List<(long Revision, string? Value)>> _keys = [];
    private readonly Dictionary<string, long> _writtenAt = [];
    private readonly Dictionary<string, (string Kind, string Key, long Expected, long Floor)> _asked = [];

    /// <summary>How many operations were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>How many revisions there are.</summary>
    public int Revisions => _revisions.Count;

    /// <param name="journal">Every line of every round, in order.</param>
    /// <param name="stored">What the store has at the end: the changes of each revision it still knows.</param>
    /// <param name="first">The first revision of the load.</param>
    public HistoryCheck(IEnumerable<string> journal, IEnumerable<(long Revision, string Changes)> stored, long first)
    {
        var lines = journal.Select(line => line.Split(' ')).ToList();
        var next = new Dictionary<string, long>();
        foreach (var line in lines.Where(line => line[0] == "w"))
        {
            var revision = long.Parse(line[2]);
            var expected = next.GetValueOrDefault(line[1], first);
            Require(revision == expected, $"watcher {line[1]} saw revision {revision} where {expected} was next");
            next[line[1]] = revision + 1;
            Add(revision, line[3..]);
        }
        foreach (var (revision, changes) in stored)
        {
            Add(revision, changes.Split(' '));
        }
        Build(first);
        var floor = 0L;
        foreach (var line in lines)
        {
            if (line[0] == "i")
            {
                _asked[line[1]] = (line[2], line[3], long.Parse(line[4]), floor);
            }
            else if (line[0] == "o")
            {
                var revision = long.Parse(line[3]);
                Answer(line[1], line[2] == "true", revision, long.Parse(line[4]), line[5]);
                floor = Math.Max(floor, revision);
                Answered++;
            }
        }
        Attribute();
    }

    private void Add(long revision, string[] changes)
    {
        var parsed = changes.ToDictionary(
            change => change.EndsWith('!') ? change[..^1] : change[..change.IndexOf('=')],
            change => change.EndsWith('!') ? null : change[(change.IndexOf('=') + 1)..]);
        if (!_revisions.TryAdd(revision, parsed))
        {
            var known = _revisions[revision];
            Require(
                known.Count == parsed.Count && known.All(change => parsed.TryGetValue(change.Key, out var value) && value == change.Value),
                $"revision {revision} was seen in two ways: {string.Join(' ', known)} and {string.Join(' ', parsed)}");
        }
    }

    private void Build(long first)
    {
        var expected = first;
        foreach (var (revision, changes) in _revisions)
        {
            Require(revision == expected++, $"revision {expected - 1} is missing, the next is {revision}");
            foreach (var (key, value) in changes)
            {
                if (!_keys.TryGetValue(key, out var versions))
                {
                    _keys[key] = versions = [];
                }
                versions.Add((revision, value));
                if (value is not null && !key.EndsWith("-twin", StringComparison.Ordinal))
                {
                    Require(_writtenAt.TryAdd(value, revision), $"write {value} was done twice, at {_writtenAt.GetValueOrDefault(value)} and {revision}");
                }
            }
        }
    }

    private void Answer(string id, bool done, long revision, long shownMod, string shownValue)
    {
        var (kind, key, expected, floor) = _asked[id];
        Require(revision >= floor, $"{id} was answered at revision {revision}, though {floor} was known before it was asked");
        if (kind == "get" || !done)
        {
            var (mod, value) = At(key, revision);
            Require(mod == shownMod && (value ?? "-") == shownValue, $"{id} {kind} {key} at {revision} showed {shownMod} {shownValue}, it was {mod} {value}");
            Require(kind == "get" || expected != mod, $"{id} {kind} {key} was refused though {expected} was right");
            return;
        }
        Require(_revisions.ContainsKey(revision) && _revisions[revision].ContainsKey(key), $"{id} {kind} {key} was acknowledged at {revision} and is not there");
        var now = _revisions[revision][key];
        Require(now == (kind == "delete" ? null : id), $"{id} {kind} {key} was acknowledged at {revision}, which has {now ?? "a delete"}");
        Require(kind != "pair" || _revisions[revision].GetValueOrDefault(key + "-twin") == id, $"{id} was done by half at {revision}");
        var before = At(key, revision - 1);
        Require(kind == "pair" || before.Mod == expected, $"{id} {kind} {key} was done at {revision} over {before.Mod}, not over {expected}");
    }

    /// <summary>Every change is somebody's doing.</summary>
    private void Attribute()
    {
        var deletes = _asked.Values.Where(asked => asked.Kind == "delete").Select(asked => (asked.Key, asked.Expected)).ToHashSet();
        foreach (var (revision, changes) in _revisions)
        {
            foreach (var (key, value) in changes)
            {
                var known = value is null
                    ? deletes.Contains((key, At(key, revision - 1).Mod))
                    : _asked.TryGetValue(value, out var asked) && (asked.Key == key || (asked.Kind == "pair" && key == asked.Key + "-twin"));
                Require(known, $"nobody asked for {key}={value ?? "(delete)"} at {revision}");
            }
        }
    }

    private (long Mod, string? Value) At(string key, long revision)
    {
        if (!_keys.TryGetValue(key, out var versions))
        {
            return (0, null);
        }
        int low = 0, high = versions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (versions[middle].Revision <= revision)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low == 0 || versions[low - 1].Value is null ? (0, null) : versions[low - 1];
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    /// <summary>What a store still knows, as the constructor wants it.</summary>
    public static async Task<List<(long Revision, string Changes)>> ReadAsync(IStore store, CancellationToken token)
    {
        var now = (await store.GetAsync(LoadRun.Prefix + "none", default, token)).Revision;
        var from = new Revision(2);
        while (true)
        {
            try
            {
                return await ReadAsync(store, from, now, token);
            }
            catch (CompactedException compacted)
            {
                from = compacted.CompactRevision;
            }
        }
    }

    private static async Task<List<(long Revision, string Changes)>> ReadAsync(IStore store, Revision from, Revision to, CancellationToken token)
    {
        var result = new List<(long, string)>();
        await using var watch = store.WatchAsync(new WatchRequest(KeyRange.Prefix(LoadRun.Prefix), from), token).GetAsyncEnumerator(token);
        while (from <= to && await watch.MoveNextAsync())
        {
            result.Add((watch.Current.Revision.Value, string.Join(' ', watch.Current.Events.Select(LoadRun.Show))));
            from = watch.Current.Revision.Next();
        }
        return result;
    }
}
