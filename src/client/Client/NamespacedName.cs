using Cybernetes.Api;

namespace Cybernetes.Client;

/// <summary>The name of an object of a known kind; the namespace is empty for cluster-wide kinds.</summary>
public readonly record struct NamespacedName(string Namespace, string Name) : IComparable<NamespacedName>
{
    /// <summary>The name of an object.</summary>
    public static NamespacedName Of(IObject value) => new(value.Metadata.Namespace, value.Metadata.Name);

    /// <inheritdoc/>
    public int CompareTo(NamespacedName other)
    {
        var order = string.CompareOrdinal(Namespace, other.Namespace);
        return order != 0 ? order : string.CompareOrdinal(Name, other.Name);
    }

    /// <summary>Upstream's cache key: <c>namespace/name</c>, or the name alone.</summary>
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";
}
