using Cybernetes.Store.Embedded.Index;
using Cybernetes.Store.Embedded.Writing;

namespace Cybernetes.Store.Embedded.History;

/// <summary>Builds the index from the versions of a file, given in the order they were written. Pure.</summary>
internal sealed class HistoryLoader(long compacted, long knownRevision)
{
    private readonly KeyTreeEditor _editor = new(KeyTree.Empty);
    private readonly RevisionLog _log = new(Math.Max(2, compacted));
    private readonly List<long> _garbage = [];
    private readonly List<StoreEvent> _events = [];
    private long _revision = 1;

    /// <summary>Takes the next version; its <see cref="KeyValue.Older"/> is not set yet.</summary>
    /// <exception cref="StoreException">A revision is missing.</exception>
    public void Add(KeyValue item)
    {
        var revision = item.ModRevision.Value;
        if (revision != _revision)
        {
            Close();
            var mayFollow = revision <= compacted || revision == _revision + 1 || (_revision < compacted && revision <= compacted + 1);
            if (!mayFollow)
            {
                throw new StoreException(StoreError.Corrupt, $"revision {_revision + 1} is missing: the next one is {revision}");
            }
            _revision = revision;
        }
        var newest = _editor.Tree.Find(item.Key);
        if (revision < compacted)
        {
            Base(item, newest);
            return;
        }
        item.Older = newest;
        _editor.Set(item);
        _events.Add(new StoreEvent(item, newest is { IsTombstone: false } ? newest : null));
    }

    /// <summary>All versions were given.</summary>
    /// <exception cref="StoreException">The newest revisions are missing.</exception>
    public LoadedHistory Finish(IReadOnlyList<(LeaseId Id, long Seconds)> leases)
    {
        Close();
        if (_revision < knownRevision && knownRevision > compacted)
        {
            throw new StoreException(StoreError.Corrupt, $"revisions {_revision + 1} to {knownRevision} are missing");
        }
        var leased = new Leased { Items = [] };
        _editor.Tree.Visit(KeyRange.All, long.MaxValue, ref leased);
        var state = new StoreState(_editor.Publish(), Math.Max(_revision, knownRevision), compacted);
        return new LoadedHistory(state, _log, leases, leased.Items, _garbage);
    }

    /// <summary>A version older than the compact revision: only the newest of a key counts, and a tombstone not at all.</summary>
    private void Base(KeyValue item, KeyValue? newest)
    {
        if (newest is not null)
        {
            _garbage.Add(RowId.Of(newest));
        }
        if (item.IsTombstone)
        {
            _garbage.Add(RowId.Of(item));
            _editor.Remove(item.Key);
            return;
        }
        _editor.Set(item);
    }

    private void Close()
    {
        if (_events.Count > 0)
        {
            _log.Append(new WatchBatch(new Revision(_revision), _events.ToArray()));
            _events.Clear();
        }
    }

    private struct Leased : IKeyVisitor
    {
        public List<KeyValue> Items;

        public bool Visit(KeyValue item)
        {
            if (!item.Lease.IsNone)
            {
                Items.Add(item);
            }
            return true;
        }
    }
}
