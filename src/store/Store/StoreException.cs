namespace Cybernetes.Store;

/// <summary>The store did not do what was asked; <see cref="Error"/> says why. The text is etcd's where etcd has one.</summary>
public class StoreException : Exception
{
    /// <summary>An error with its text.</summary>
    public StoreException(StoreError error, string message, Exception? inner = null, bool isCertain = true)
        : base(message, inner)
    {
        Error = error;
        IsCertain = isCertain;
    }

    /// <summary>Why.</summary>
    public StoreError Error { get; }

    /// <summary>Whether it is certain that nothing was written.</summary>
    public bool IsCertain { get; }

    /// <summary>The asked revision is later than the store's.</summary>
    public static StoreException FutureRevision() =>
        new(StoreError.FutureRevision, "etcdserver: mvcc: required revision is a future revision");

    /// <summary>No such lease.</summary>
    public static StoreException LeaseNotFound() => new(StoreError.LeaseNotFound, "etcdserver: requested lease not found");

    /// <summary>The lease is there already.</summary>
    public static StoreException LeaseExists() => new(StoreError.LeaseExists, "etcdserver: lease already exists");

    /// <summary>The request is too large.</summary>
    public static StoreException TooLarge() => new(StoreError.TooLarge, "etcdserver: request is too large");

    /// <summary>A key is written twice.</summary>
    public static StoreException DuplicateKey() => new(StoreError.DuplicateKey, "etcdserver: duplicate key given in txn request");

    /// <summary>A key is empty where there must be one.</summary>
    public static StoreException EmptyKey() => new(StoreError.Invalid, "etcdserver: key is not provided");

    /// <summary>The disk is full.</summary>
    public static StoreException NoSpace(Exception? inner = null) =>
        new(StoreError.NoSpace, "etcdserver: mvcc: database space exceeded", inner);
}
