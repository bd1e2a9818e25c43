namespace Cybernetes.Store.Embedded.Leases;

/// <summary>A lease and what hangs on it; guarded by the <see cref="LeaseTable"/>'s lock.</summary>
internal sealed class Lease(LeaseId id, TimeSpan ttl, DateTimeOffset deadline)
{
    public LeaseId Id { get; } = id;

    public TimeSpan Ttl { get; } = ttl;

    public DateTimeOffset Deadline { get; set; } = deadline;

    public HashSet<StoreKey> Keys { get; } = [];
}
