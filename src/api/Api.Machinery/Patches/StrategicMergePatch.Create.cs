namespace Cybernetes.Api.Machinery;

/// <content>Making patches.</content>
public static partial class StrategicMergePatch
{
    /// <summary>The patch that makes <paramref name="modified"/> of <paramref name="original"/>; an empty map where nothing differs.</summary>
    public static Value Create(Value original, Value modified, MessageSchema? schema) =>
        new StrategicDiffer(Changes: true, Deletions: true).Map(original, modified, schema, isOpenMap: false, retainKeys: false);

    /// <summary>
    /// The patch for <paramref name="current"/> that takes away what <paramref name="original"/> had and <paramref name="modified"/> has not, and
    /// sets what <paramref name="modified"/> has; what others added stays.
    /// </summary>
    public static Value CreateThreeWay(Value original, Value modified, Value current, MessageSchema? schema)
    {
        var changes = new StrategicDiffer(Changes: true, Deletions: false).Map(current, modified, schema, isOpenMap: false, retainKeys: false);
        var deletions = new StrategicDiffer(Changes: false, Deletions: true).Map(original, modified, schema, isOpenMap: false, retainKeys: false);
        return new StrategicMerger(keepsNulls: true).MergeMap(deletions, changes, schema, isOpenMap: false);
    }
}
