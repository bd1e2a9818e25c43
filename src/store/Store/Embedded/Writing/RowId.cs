namespace Cybernetes.Store.Embedded.Writing;

/// <summary>A version's place in history as one number: the revision, then the place inside the transaction (20 bits).</summary>
internal static class RowId
{
    private const int SubBits = 20;

    /// <summary>How many keys one revision can change.</summary>
    public const int MaxSubs = 1 << SubBits;

    public static long Of(KeyValue item) => (item.ModRevision.Value << SubBits) | (uint)item.Sub;

    public static long Revision(long id) => id >> SubBits;

    public static int Sub(long id) => (int)(id & (MaxSubs - 1));
}
