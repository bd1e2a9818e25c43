using Cybernetes.Store.Embedded.Index;

namespace Cybernetes.Store.Embedded.Writing;

/// <summary>Applies a checked plan to a group: the one place where versions are made.</summary>
internal sealed class TxnApply(Group group)
{
    private readonly List<StoreEvent> _events = [];
    private readonly Revision _revision = new(group.Revision + 1);

    public static TxnResult Run(Group group, TxnPlan plan)
    {
        var apply = new TxnApply(group);
        var results = apply.Steps(plan);
        if (apply._events.Count > 0)
        {
            group.Add(new WatchBatch(apply._revision, apply._events.Count == 1 ? [apply._events[0]] : apply._events.ToArray()));
        }
        return new TxnResult(plan.Succeeded, new Revision(group.Revision), results);
    }

    private Revision Seen => new(group.Revision + (_events.Count > 0 ? 1 : 0));

    private OpResult[] Steps(TxnPlan plan)
    {
        var results = new OpResult[plan.Steps.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = plan.Steps[i] switch
            {
                { Op: PutOp put } => Put(put),
                { Op: DeleteOp delete } => Delete(delete),
                { Op: RangeOp range } => KeyReader.Range(group.Editor.Tree, Seen.Value, range.Request),
                { Nested: { } nested } => Nested(nested),
                _ => throw new InvalidOperationException("unknown step"),
            };
        }
        return results;
    }

    private TxnResult Nested(TxnPlan plan)
    {
        var results = Steps(plan);
        return new TxnResult(plan.Succeeded, Seen, results);
    }

    private PutResult Put(PutOp put)
    {
        var newest = group.Editor.Tree.Find(put.Key);
        var before = newest is { IsTombstone: false } ? newest : null;
        Record(
            new KeyValue
            {
                Key = newest?.Key ?? put.Key,
                Value = put.Value,
                CreateRevision = before?.CreateRevision ?? _revision,
                ModRevision = _revision,
                Version = (before?.Version ?? 0) + 1,
                Lease = put.Lease,
                Older = newest,
                Sub = _events.Count,
            },
            before);
        return put.PrevKv && before is not null ? new PutResult(before) : Nothing;
    }

    private DeleteResult Delete(DeleteOp delete)
    {
        var found = new Collector { Items = [] };
        group.Editor.Tree.Visit(delete.Range, long.MaxValue, ref found);
        foreach (var before in found.Items)
        {
            Record(new KeyValue { Key = before.Key, ModRevision = _revision, Older = before, Sub = _events.Count }, before);
        }
        return new DeleteResult(found.Items.Count, delete.PrevKv ? found.Items : []);
    }

    private void Record(KeyValue item, KeyValue? before)
    {
        if (_events.Count == RowId.MaxSubs)
        {
            throw StoreException.TooLarge();
        }
        group.Editor.Set(item);
        _events.Add(new StoreEvent(item, before));
    }

    private static readonly PutResult Nothing = new((KeyValue?)null);

    private struct Collector : IKeyVisitor
    {
        public List<KeyValue> Items;

        public bool Visit(KeyValue item)
        {
            Items.Add(item);
            return true;
        }
    }
}
