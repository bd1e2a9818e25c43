using Cybernetes.Store.Embedded.Writing;

namespace Cybernetes.Store.Embedded.Leases;

/// <summary>Ends a lease and deletes its keys, in one revision and one commit; answers 1, or 0 when there is none (or, if so asked, it is not over).</summary>
internal sealed class RevokeCommand(LeaseId id, bool onlyIfExpired) : WriterCommand
{
    public override void Run(Writer writer)
    {
        if (!writer.Leases.Exists(id) || (onlyIfExpired && !writer.Leases.IsExpired(id)))
        {
            Complete(0);
            return;
        }
        var group = new Group(writer.State);
        var steps = writer.Leases.Keys(id).Order().Select(key => ((StoreOp)new DeleteOp(KeyRange.Single(key)), (TxnPlan?)null));
        TxnApply.Run(group, new TxnPlan(true, [.. steps]));
        var set = new WriteSet();
        set.Revoked.Add(id);
        set.Batches.AddRange(group.Batches);
        writer.Commit(set, group);
        writer.Leases.Remove(id);
        Complete(1);
    }
}
