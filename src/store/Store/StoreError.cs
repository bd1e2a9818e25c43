namespace Cybernetes.Store;

/// <summary>Why the store did not do what was asked.</summary>
public enum StoreError
{
    /// <summary>The revision was compacted away: list again. Comes as <see cref="CompactedException"/>.</summary>
    Compacted,

    /// <summary>The revision does not exist yet.</summary>
    FutureRevision,

    /// <summary>The lease does not exist (any more).</summary>
    LeaseNotFound,

    /// <summary>A lease of this identity exists.</summary>
    LeaseExists,

    /// <summary>The transaction is larger than the store accepts.</summary>
    TooLarge,

    /// <summary>A key is written twice in one transaction.</summary>
    DuplicateKey,

    /// <summary>The request is malformed, for example an empty key.</summary>
    Invalid,

    /// <summary>No room on the disk (or etcd's quota): nothing was written; reads go on; writes work again when there is room.</summary>
    NoSpace,

    /// <summary>
    /// The store cannot be reached, or broke while writing. A write that fails so may or may not have been done;
    /// with <see cref="StoreException.IsCertain"/> it was not.
    /// </summary>
    Unavailable,

    /// <summary>The store's file is damaged; the message says where and what to do.</summary>
    Corrupt,
}
