namespace Cybernetes.Api.Machinery;

/// <summary>Who manages fields, and how: what tells entries of <c>managedFields</c> apart. An applier has no version in its key.</summary>
/// <param name="Name">The field manager's name.</param>
/// <param name="IsApply">True for server-side apply, false for every other write.</param>
/// <param name="ApiVersion">The version of a write; empty for an applier.</param>
/// <param name="Subresource">The subresource written to; empty for the object itself.</param>
public sealed record ManagerKey(string Name, bool IsApply, string ApiVersion, string Subresource) : IComparable<ManagerKey>
{
    /// <summary>As upstream's messages show it.</summary>
    public override string ToString()
    {
        var name = GoText.Quote(Name);
        name = Subresource.Length == 0 ? name : $"{name} with subresource {GoText.Quote(Subresource)}";
        return IsApply ? name : $"{name} using {ApiVersion}";
    }

    /// <inheritdoc/>
    public int CompareTo(ManagerKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = string.CompareOrdinal(Name, other.Name);
        order = order != 0 ? order : IsApply.CompareTo(other.IsApply);
        order = order != 0 ? order : string.CompareOrdinal(ApiVersion, other.ApiVersion);
        return order != 0 ? order : string.CompareOrdinal(Subresource, other.Subresource);
    }
}

/// <summary>What one manager owns.</summary>
/// <param name="Set">The fields.</param>
/// <param name="ApiVersion">The version in which the fields are named.</param>
/// <param name="Time">When the manager last changed what it owns; null where it never changed anything.</param>
public sealed record ManagedSet(FieldSet Set, string ApiVersion, Time? Time);
