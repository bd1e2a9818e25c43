using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api;

/// <summary>A kind whose objects have metadata: what is stored, watched and reconciled.</summary>
public interface IObject : IKind
{
    /// <summary>Name, namespace, labels, versions and the like.</summary>
    ObjectMeta Metadata { get; }

    /// <summary>A copy with other metadata.</summary>
    IObject WithMetadata(ObjectMeta metadata);
}

/// <inheritdoc cref="IObject"/>
public interface IObject<TSelf> : IObject, IKind<TSelf>
    where TSelf : class, IObject<TSelf>
{
    /// <summary>A copy with other metadata.</summary>
    TSelf With(ObjectMeta metadata);

    IObject IObject.WithMetadata(ObjectMeta metadata) => With(metadata);
}

/// <summary>A list of objects as a collection answers it.</summary>
public interface IList : IKind
{
    /// <summary>Version and continuation.</summary>
    ListMeta Metadata { get; }
}

/// <summary>A list whose items' type is known, but not its own.</summary>
public interface IListItems<TItem> : IList
{
    /// <summary>The objects.</summary>
    ValueList<TItem> Items { get; }
}

/// <inheritdoc cref="IList"/>
public interface IListOf<TSelf, TItem> : IListItems<TItem>, IKind<TSelf>
    where TSelf : IListOf<TSelf, TItem>
{
    /// <summary>A list of the given objects.</summary>
    static abstract TSelf Of(ListMeta metadata, ValueList<TItem> items);
}
