using Cybernetes.Api;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubectl.Commands;

/// <summary>A made object with what its kind always shows, such as an empty status.</summary>
internal static class Whole
{
    /// <summary>The object, through its record.</summary>
    public static Value Of(Value document) =>
        Kinds.Find(GroupVersionKind.From(document["apiVersion"].AsString ?? "", document["kind"].AsString ?? "")) is { } codec
            ? Value.ParseJson(MessageText.ToJson(codec.ReadJson(document.ToJson())))
            : document;
}
