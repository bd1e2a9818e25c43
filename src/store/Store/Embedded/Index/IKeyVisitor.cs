namespace Cybernetes.Store.Embedded.Index;

/// <summary>What a walk through the <see cref="KeyTree"/> does with each item; a struct, so that the walk is compiled for it.</summary>
internal interface IKeyVisitor
{
    /// <summary>Takes an item; false stops the walk.</summary>
    bool Visit(KeyValue item);
}
