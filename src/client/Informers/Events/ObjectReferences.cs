using Cybernetes.Api;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Informers.Events;

/// <summary>References to objects.</summary>
public static class ObjectReferences
{
    /// <summary>A reference to this version of an object.</summary>
    public static ObjectReference ToReference(this IObject value, string fieldPath = "") => new()
    {
        ApiVersion = value.GroupVersionKind.ApiVersion,
        Kind = value.GroupVersionKind.Kind,
        Namespace = value.Metadata.Namespace,
        Name = value.Metadata.Name,
        Uid = value.Metadata.Uid,
        ResourceVersion = value.Metadata.ResourceVersion,
        FieldPath = fieldPath,
    };
}
