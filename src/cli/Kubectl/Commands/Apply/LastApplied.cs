using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubectl.Commands.Apply;

/// <summary>The annotation in which client-side apply keeps what it applied, to tell later what was taken out.</summary>
internal static class LastApplied
{
    /// <summary>The annotation's key.</summary>
    public const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>The field manager of client-side apply.</summary>
    public const string Manager = "kubectl-client-side-apply";

    /// <summary>What was applied to a live object; null where nothing was.</summary>
    public static Value Of(Value live)
    {
        var text = live.At("metadata", "annotations")[Annotation].AsString;
        return string.IsNullOrEmpty(text) ? Value.Null : Value.ParseJson(text);
    }

    /// <summary>The document with itself in the annotation.</summary>
    public static Value Annotate(Value document)
    {
        var metadata = document["metadata"];
        var annotations = metadata["annotations"].IsMap ? metadata["annotations"].Without(Annotation) : Value.EmptyMap;
        var bare = document.With("metadata", metadata.With("annotations", annotations));
        return bare.With("metadata", bare["metadata"].With("annotations", annotations.With(Annotation, bare.ToString() + "\n")));
    }

    /// <summary>The document with its namespace written out.</summary>
    public static Value InNamespace(Value document, string @namespace) =>
        document.With("metadata", (document["metadata"].IsMap ? document["metadata"] : Value.EmptyMap).With("namespace", @namespace));
}
