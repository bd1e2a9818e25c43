namespace Cybernetes.Api.Machinery;

/// <summary>Declares an API message: the generator writes its codecs and field table.</summary>
/// <param name="package">Upstream's protobuf package, such as <c>k8s.io.api.core.v1</c>; it names the OpenAPI definition. Empty for configuration kinds.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MessageAttribute(string package = "") : Attribute
{
    /// <summary>Upstream's protobuf package.</summary>
    public string Package { get; } = package;
}

/// <summary>Declares a message to be a kind: it may stand at the top of a document.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KindAttribute(string group, string version) : Attribute
{
    /// <summary>API group; empty for the core group.</summary>
    public string Group { get; } = group;

    /// <summary>Version within the group.</summary>
    public string Version { get; } = version;

    /// <summary>The kind's name where it is not the record's.</summary>
    public string? Kind { get; init; }

    /// <summary>The resource's plural name; empty for a kind that is no resource, such as a list.</summary>
    public string Plural { get; init; } = "";

    /// <summary>The resource's short names, separated by commas.</summary>
    public string ShortNames { get; init; } = "";

    /// <summary>The categories that name the resource in `kubectl get`, separated by commas.</summary>
    public string Categories { get; init; } = "";

    /// <summary>True when objects live in a namespace.</summary>
    public bool Namespaced { get; init; }
}

/// <summary>Declares a field of a message.</summary>
/// <param name="number">The protobuf field number; 0 for configuration kinds, which have no protobuf form.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(int number = 0) : Attribute
{
    /// <summary>The protobuf field number.</summary>
    public int Number { get; } = number;

    /// <summary>The JSON name where it is not the property's name in camel case.</summary>
    public string? Json { get; init; }

    /// <summary>JSON shows the field even when it is zero (as null, "", 0, false or {}); otherwise a zero is left out.</summary>
    public bool Always { get; init; }

    /// <summary>A request without the field is not valid by the OpenAPI document.</summary>
    public bool Required { get; init; }

    /// <summary>The OpenAPI default, as JSON.</summary>
    public string? Default { get; init; }

    /// <summary>The message's fields stand among this message's own in JSON.</summary>
    public bool Inline { get; init; }

    /// <summary>JSON shows <c>kind</c> and <c>apiVersion</c> in each of the list's objects.</summary>
    public bool TypeMeta { get; init; }

    /// <summary><c>x-kubernetes-list-type</c> or, for maps and structs, <c>map-type</c>: atomic, set, map or granular.</summary>
    public string? ListType { get; init; }

    /// <summary><c>x-kubernetes-list-map-keys</c>, separated by commas.</summary>
    public string? MapKeys { get; init; }

    /// <summary><c>x-kubernetes-patch-strategy</c>: merge, replace, retainKeys or a comma-separated pair.</summary>
    public string? Patch { get; init; }

    /// <summary><c>x-kubernetes-patch-merge-key</c>.</summary>
    public string? MergeKey { get; init; }

    /// <summary>The values the OpenAPI document allows, separated by commas.</summary>
    public string? Enum { get; init; }
}
