namespace Cybernetes.Store;

/// <summary>What a <see cref="Compare"/> looks at; numbered as in etcd's API.</summary>
public enum CompareTarget
{
    /// <summary>The version counter.</summary>
    Version = 0,

    /// <summary>The create revision.</summary>
    CreateRevision = 1,

    /// <summary>The revision of the last write.</summary>
    ModRevision = 2,

    /// <summary>The value, byte by byte.</summary>
    Value = 3,

    /// <summary>The lease.</summary>
    Lease = 4,
}
