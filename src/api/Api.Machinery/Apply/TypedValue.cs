namespace Cybernetes.Api.Machinery;

/// <summary>A value together with what server-side apply knows of its place.</summary>
/// <param name="Value">The value.</param>
/// <param name="Type">What its place holds.</param>
public sealed record TypedValue(Value Value, MergeType Type)
{
    /// <summary>The value after a check against its type.</summary>
    /// <exception cref="ApplyException">A field is not declared, has the wrong type, or a list's items cannot be told apart.</exception>
    public static TypedValue Checked(Value value, MergeType type)
    {
        var errors = new List<string>();
        TypedCheck.Walk(value, type, "", errors);
        return errors.Count switch
        {
            0 => new(value, type),
            1 => throw new ApplyException(errors[0]),
            _ => throw new ApplyException($"errors:\n{string.Join('\n', errors.Select(error => $"  {error}"))}"),
        };
    }

    /// <summary>The fields that the value sets.</summary>
    public FieldSet ToFieldSet()
    {
        var set = new FieldSet();
        TypedFields.Gather(Value, Type, set);
        return set;
    }

    /// <summary>What differs in <paramref name="other"/>.</summary>
    public TypedComparison Compare(TypedValue other) => TypedCompare.Compare(Value, other.Value, Type);

    /// <summary>This value with another laid over it.</summary>
    public TypedValue Merge(TypedValue other) => this with { Value = TypedMerge.Walk(Value, other.Value, Type) ?? Value.Null };

    /// <summary>The value without the members of a set and what is below them.</summary>
    public TypedValue Without(FieldSet fields) => fields.IsEmpty ? this : this with { Value = TypedRemove.Walk(Value, fields, Type, extract: false) };

    /// <summary>Only the members of a set and what is below them.</summary>
    public TypedValue Only(FieldSet fields) => this with { Value = TypedRemove.Walk(Value, fields, Type, extract: true) };
}

/// <summary>How two values differ.</summary>
/// <param name="Added">The fields that only the second has.</param>
/// <param name="Modified">The fields whose values differ.</param>
/// <param name="Removed">The fields that only the first has.</param>
public sealed record TypedComparison(FieldSet Added, FieldSet Modified, FieldSet Removed)
{
    /// <summary>True when nothing differs.</summary>
    public bool IsSame => Added.IsEmpty && Modified.IsEmpty && Removed.IsEmpty;
}
