namespace Cybernetes.Store.Embedded.Index;

/// <summary>Answers range requests from a <see cref="KeyTree"/>. Pure.</summary>
internal static class KeyReader
{
    /// <param name="tree">The keys.</param>
    /// <param name="newest">The revision of the tree, and of the answer.</param>
    /// <param name="request">What to read; its revision is none or not later than <paramref name="newest"/>.</param>
    public static RangeResult Range(KeyTree tree, long newest, RangeRequest request)
    {
        var isNewest = request.Revision.IsNone || request.Revision.Value >= newest;
        var revision = isNewest ? long.MaxValue : request.Revision.Value;
        var header = new Revision(newest);
        if (request.Range.IsSingle)
        {
            var item = tree.Find(request.Range.Start, revision);
            var count = item is null ? 0 : 1;
            return new RangeResult(item is null || request.CountOnly ? [] : [Shown(item, request.KeysOnly)], count, false, header);
        }
        if (request.CountOnly && isNewest)
        {
            return new RangeResult([], tree.CountLive(request.Range), false, header);
        }
        var collector = new Collector
        {
            Items = [],
            Limit = request.CountOnly ? 0 : request.Limit > 0 ? request.Limit : long.MaxValue,
            KeysOnly = request.KeysOnly,
            StopAtLimit = isNewest,
        };
        tree.Visit(request.Range, revision, ref collector);
        var total = isNewest && collector.Stopped ? tree.CountLive(request.Range) : collector.Count;
        return new RangeResult(collector.Items, total, !request.CountOnly && total > collector.Items.Count, header);
    }

    private static KeyValue Shown(KeyValue item, bool keysOnly) => keysOnly
        ? new KeyValue
        {
            Key = item.Key,
            CreateRevision = item.CreateRevision,
            ModRevision = item.ModRevision,
            Version = item.Version,
            Lease = item.Lease,
        }
        : item;

    private struct Collector : IKeyVisitor
    {
        public List<KeyValue> Items;
        public long Limit;
        public bool KeysOnly;
        public bool StopAtLimit;
        public bool Stopped;
        public long Count;

        public bool Visit(KeyValue item)
        {
            if (Items.Count < Limit)
            {
                Items.Add(Shown(item, KeysOnly));
            }
            else if (StopAtLimit)
            {
                Stopped = true;
                return false;
            }
            Count++;
            return true;
        }
    }
}
