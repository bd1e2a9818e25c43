using Cybernetes.Store.Embedded.Writing;

namespace Cybernetes.Store.Embedded.Leases;

/// <summary>Makes a lease; answers its identity.</summary>
internal sealed class GrantCommand(LeaseId id, long seconds) : WriterCommand
{
    public override void Run(Writer writer)
    {
        if (writer.Leases.Exists(id))
        {
            throw StoreException.LeaseExists();
        }
        var set = new WriteSet();
        set.Granted.Add((id, seconds));
        writer.Commit(set, null);
        writer.Leases.Add(id, TimeSpan.FromSeconds(seconds));
        Complete(id.Value);
    }
}
