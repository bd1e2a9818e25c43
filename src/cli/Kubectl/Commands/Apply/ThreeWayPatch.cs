using Cybernetes.Api;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubectl.Commands.Apply;

/// <summary>A patch and its media type.</summary>
internal readonly record struct ThreeWayPatch(Value Document, string MediaType)
{
    /// <summary>
    /// From what was applied last, what is applied now and what is there: strategic for the kinds that are declared here, whose lists have
    /// keys, and a merge patch for others.
    /// </summary>
    public static ThreeWayPatch Make(GroupVersionKind kind, Value last, Value now, Value live)
    {
        var original = last.IsNull ? Value.EmptyMap : last;
        return Kinds.Find(kind) is { } codec
            ? new(StrategicMergePatch.CreateThreeWay(original, now, live, codec.Schema), Client.Patch.StrategicType)
            : new(JsonMergePatch.CreateThreeWay(original, now, live), Client.Patch.MergeType);
    }
}
