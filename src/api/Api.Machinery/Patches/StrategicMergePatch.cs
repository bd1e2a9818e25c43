namespace Cybernetes.Api.Machinery;

/// <summary>
/// Strategic merge patches: JSON merge patches that know by the field table which lists merge, by which key, and understand the directives
/// <c>$patch</c>, <c>$retainKeys</c>, <c>$setElementOrder/…</c> and <c>$deleteFromPrimitiveList/…</c>.
/// </summary>
public static partial class StrategicMergePatch
{
    internal const string Directive = "$patch";
    internal const string RetainKeys = "$retainKeys";
    internal const string SetOrder = "$setElementOrder/";
    internal const string DeleteFrom = "$deleteFromPrimitiveList/";

    /// <summary>The object with the patch laid over it.</summary>
    /// <exception cref="PatchException">The patch does not fit.</exception>
    public static Value Apply(Value original, Value patch, MessageSchema? schema) => new StrategicMerger(keepsNulls: false).MergeMap(original, patch, schema, isOpenMap: false);

    internal static string? DirectiveOf(Value item) => item.IsMap && item.Entries.TryGetValue(Directive, out var directive) ? directive.AsString ?? GoValue.Format(directive) : null;
}
