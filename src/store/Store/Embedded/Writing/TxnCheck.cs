namespace Cybernetes.Store.Embedded.Writing;

/// <summary>Refuses a planned transaction before anything of it is applied.</summary>
internal static class TxnCheck
{
    /// <exception cref="StoreException">It is malformed, or asks for what is not there.</exception>
    public static void Run(TxnPlan plan, Group group, Func<LeaseId, bool> leaseExists, long maxBytes)
    {
        var many = plan.Steps.Count > 1 || plan.Steps is [{ Nested: not null }];
        var puts = many ? new HashSet<StoreKey>() : null;
        var deletes = many ? new List<KeyRange>() : null;
        if (Run(plan, group, leaseExists, puts, deletes) > maxBytes)
        {
            throw StoreException.TooLarge();
        }
        if (deletes is { Count: > 0 } && deletes.Exists(range => puts!.Any(range.Contains)))
        {
            throw StoreException.DuplicateKey();
        }
    }

    private static long Run(TxnPlan plan, Group group, Func<LeaseId, bool> leaseExists, HashSet<StoreKey>? puts, List<KeyRange>? deletes)
    {
        long bytes = 0;
        foreach (var (op, nested) in plan.Steps)
        {
            switch (op)
            {
                case PutOp put:
                    bytes += put.Key.Length + put.Value.Length;
                    if (put.Key.IsEmpty)
                    {
                        throw StoreException.EmptyKey();
                    }
                    if (!put.Lease.IsNone && !leaseExists(put.Lease))
                    {
                        throw StoreException.LeaseNotFound();
                    }
                    if (puts is not null && !puts.Add(put.Key))
                    {
                        throw StoreException.DuplicateKey();
                    }
                    break;
                case DeleteOp delete:
                    deletes?.Add(delete.Range);
                    break;
                case RangeOp { Request.Revision.Value: > 0 and var revision }:
                    CheckRevision(revision, group.Revision, group.Compacted);
                    break;
            }
            bytes += nested is null ? 0 : Run(nested, group, leaseExists, puts, deletes);
        }
        return bytes;
    }

    /// <exception cref="StoreException">The revision cannot be read.</exception>
    public static void CheckRevision(long revision, long newest, long compacted)
    {
        if (revision > newest)
        {
            throw StoreException.FutureRevision();
        }
        if (revision > 0 && revision < compacted)
        {
            throw new CompactedException(new Revision(compacted));
        }
    }
}
