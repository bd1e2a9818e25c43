namespace Cybernetes.Informers.Caching;

/// <summary>Which objects of a resource an informer holds. Immutable.</summary>
/// <param name="Namespace">One namespace; empty for all.</param>
/// <param name="LabelSelector">The labels asked for; empty for any.</param>
/// <param name="FieldSelector">The fields asked for; empty for any.</param>
public sealed record InformerScope(string Namespace = "", string LabelSelector = "", string FieldSelector = "")
{
    /// <summary>Every object.</summary>
    public static InformerScope All { get; } = new();
}
