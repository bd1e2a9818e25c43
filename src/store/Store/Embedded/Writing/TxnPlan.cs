using Cybernetes.Store.Embedded.Index;

namespace Cybernetes.Store.Embedded.Writing;

/// <summary>A transaction whose conditions are decided, all against the state before it, as etcd decides them.</summary>
/// <param name="Succeeded">Whether the conditions held.</param>
/// <param name="Steps">The branch taken; a nested transaction is planned too.</param>
internal sealed record TxnPlan(bool Succeeded, IReadOnlyList<(StoreOp Op, TxnPlan? Nested)> Steps)
{
    public static TxnPlan Make(KeyTree tree, Txn txn)
    {
        var succeeded = true;
        foreach (var condition in txn.If)
        {
            if (!Holds(tree, condition))
            {
                succeeded = false;
                break;
            }
        }
        var branch = succeeded ? txn.Then : txn.Else;
        var steps = new (StoreOp, TxnPlan?)[branch.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = (branch[i], branch[i] is TxnOp nested ? Make(tree, nested.Txn) : null);
        }
        return new TxnPlan(succeeded, steps);
    }

    private static bool Holds(KeyTree tree, Compare condition)
    {
        if (condition.Range.IsSingle)
        {
            return Holds(condition, tree.Find(condition.Range.Start, long.MaxValue));
        }
        var all = new All { Condition = condition, Result = true };
        tree.Visit(condition.Range, long.MaxValue, ref all);
        return all.Any ? all.Result : Holds(condition, null);
    }

    private static bool Holds(Compare condition, KeyValue? item)
    {
        if (condition.Target == CompareTarget.Value)
        {
            return item is not null && Holds(condition.Operator, item.Value.Span.SequenceCompareTo(condition.Value.Span));
        }
        var stored = condition.Target switch
        {
            CompareTarget.ModRevision => item?.ModRevision.Value,
            CompareTarget.CreateRevision => item?.CreateRevision.Value,
            CompareTarget.Version => item?.Version,
            CompareTarget.Lease => item?.Lease.Value,
            _ => throw new StoreException(StoreError.Invalid, $"unknown compare target {condition.Target}"),
        };
        return Holds(condition.Operator, (stored ?? 0).CompareTo(condition.Number));
    }

    private static bool Holds(CompareOperator @operator, int order) => @operator switch
    {
        CompareOperator.Equal => order == 0,
        CompareOperator.NotEqual => order != 0,
        CompareOperator.Greater => order > 0,
        CompareOperator.Less => order < 0,
        _ => throw new StoreException(StoreError.Invalid, $"unknown compare operator {@operator}"),
    };

    private struct All : IKeyVisitor
    {
        public Compare Condition;
        public bool Result;
        public bool Any;

        public bool Visit(KeyValue item)
        {
            Any = true;
            return Result = Holds(Condition, item);
        }
    }
}
