namespace Cybernetes.Api.Machinery;

/// <summary>What strategic merge needs to know of one field: how its lists merge, and where the knowledge goes on below it.</summary>
/// <param name="Inner">The field table of the message in the field, or in its items; null for free-form content.</param>
/// <param name="Merges">A list whose items merge, or a map that merges.</param>
/// <param name="RetainsKeys">A patch names the keys that are to stay.</param>
/// <param name="MergeKey">What tells the items of a list apart; null for a list of scalars.</param>
/// <param name="IsOpenMap">True for a map from any key.</param>
internal readonly record struct StrategicField(MessageSchema? Inner, bool Merges, bool RetainsKeys, string? MergeKey, bool IsOpenMap)
{
    public static StrategicField Unknown { get; } = new(null, Merges: false, RetainsKeys: false, MergeKey: null, IsOpenMap: false);

    /// <summary>The field of that name.</summary>
    public static StrategicField Of(MessageSchema? schema, string name)
    {
        if (schema?.Find(name) is not { } field)
        {
            return Unknown;
        }

        return new(
            field.Message,
            field.PatchStrategy.Contains("merge"),
            field.PatchStrategy.Contains("retainKeys"),
            field.MergeKey,
            field.Shape == FieldShape.Map);
    }

    /// <summary>True where a map in the field is replaced as a whole.</summary>
    public static bool Replaces(MessageSchema? schema, string name) => schema?.Find(name)?.PatchStrategy.Contains("replace") == true;
}
