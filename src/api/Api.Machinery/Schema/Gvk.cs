using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>Group, version and kind: the type of an object as documents name it.</summary>
public readonly record struct GroupVersionKind(string Group, string Version, string Kind) : IMessage<GroupVersionKind>
{
    /// <summary>The group; never null, also in <c>default</c>.</summary>
    public string Group { get => field ?? ""; init; } = Group;

    /// <summary>The version; never null, also in <c>default</c>.</summary>
    public string Version { get => field ?? ""; init; } = Version;

    /// <summary>The kind; never null, also in <c>default</c>.</summary>
    public string Kind { get => field ?? ""; init; } = Kind;

    /// <inheritdoc/>
    public bool Equals(GroupVersionKind other) => Group == other.Group && Version == other.Version && Kind == other.Kind;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Version, Kind);

    /// <inheritdoc/>
    public static GroupVersionKind Empty { get; } = new("", "", "");

    /// <summary>The <c>apiVersion</c> of documents: <c>v1</c> or <c>apps/v1</c>.</summary>
    public string ApiVersion => string.IsNullOrEmpty(Group) ? Version : $"{Group}/{Version}";

    /// <summary>Group and kind without the version.</summary>
    public GroupKind GroupKind => new(Group, Kind);

    /// <inheritdoc/>
    public bool IsZero => string.IsNullOrEmpty(Group) && string.IsNullOrEmpty(Version) && string.IsNullOrEmpty(Kind);

    static MessageSchema? IMessage<GroupVersionKind>.Schema => null;

    /// <summary>Splits a document's <c>apiVersion</c> and <c>kind</c>.</summary>
    public static GroupVersionKind From(string apiVersion, string kind)
    {
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new("", apiVersion, kind) : new(apiVersion[..slash], apiVersion[(slash + 1)..], kind);
    }

    /// <inheritdoc/>
    public static GroupVersionKind ReadJson(ref JsonDecoder json)
    {
        var (group, version, kind) = NameTriple.ReadJson(ref json, "kind"u8);
        return new(group, version, kind);
    }

    /// <inheritdoc/>
    public static GroupVersionKind ReadProto(ref ProtoReader proto)
    {
        var (group, version, kind) = NameTriple.ReadProto(ref proto);
        return new(group, version, kind);
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json) => new NameTriple(Group, Version, Kind).WriteJson(json, "kind"u8);

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto) => new NameTriple(Group, Version, Kind).WriteProto(ref proto);

    /// <summary>As upstream prints it: <c>apps/v1, Kind=Deployment</c>.</summary>
    public override string ToString() => $"{Group}/{Version}, Kind={Kind}";
}

/// <summary>Group and kind.</summary>
public readonly record struct GroupKind(string Group, string Kind)
{
    /// <summary>The group; never null, also in <c>default</c>.</summary>
    public string Group { get => field ?? ""; init; } = Group;

    /// <summary>The kind; never null, also in <c>default</c>.</summary>
    public string Kind { get => field ?? ""; init; } = Kind;

    /// <inheritdoc/>
    public bool Equals(GroupKind other) => Group == other.Group && Kind == other.Kind;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Kind);

    /// <summary>As upstream prints it: <c>Deployment.apps</c>, <c>Pod</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Group) ? Kind : $"{Kind}.{Group}";
}

/// <summary>Group, version and resource: the type of an object as URLs name it.</summary>
public readonly record struct GroupVersionResource(string Group, string Version, string Resource) : IMessage<GroupVersionResource>
{
    /// <summary>The group; never null, also in <c>default</c>.</summary>
    public string Group { get => field ?? ""; init; } = Group;

    /// <summary>The version; never null, also in <c>default</c>.</summary>
    public string Version { get => field ?? ""; init; } = Version;

    /// <summary>The resource; never null, also in <c>default</c>.</summary>
    public string Resource { get => field ?? ""; init; } = Resource;

    /// <inheritdoc/>
    public bool Equals(GroupVersionResource other) => Group == other.Group && Version == other.Version && Resource == other.Resource;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Version, Resource);

    /// <inheritdoc/>
    public static GroupVersionResource Empty { get; } = new("", "", "");

    /// <summary>Group and resource without the version.</summary>
    public GroupResource GroupResource => new(Group, Resource);

    /// <inheritdoc/>
    public bool IsZero => string.IsNullOrEmpty(Group) && string.IsNullOrEmpty(Version) && string.IsNullOrEmpty(Resource);

    static MessageSchema? IMessage<GroupVersionResource>.Schema => null;

    /// <inheritdoc/>
    public static GroupVersionResource ReadJson(ref JsonDecoder json)
    {
        var (group, version, resource) = NameTriple.ReadJson(ref json, "resource"u8);
        return new(group, version, resource);
    }

    /// <inheritdoc/>
    public static GroupVersionResource ReadProto(ref ProtoReader proto)
    {
        var (group, version, resource) = NameTriple.ReadProto(ref proto);
        return new(group, version, resource);
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json) => new NameTriple(Group, Version, Resource).WriteJson(json, "resource"u8);

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto) => new NameTriple(Group, Version, Resource).WriteProto(ref proto);

    /// <summary>As upstream prints it: <c>apps/v1, Resource=deployments</c>.</summary>
    public override string ToString() => $"{Group}/{Version}, Resource={Resource}";
}

/// <summary>Group and resource.</summary>
public readonly record struct GroupResource(string Group, string Resource) : IMessage<GroupResource>
{
    /// <summary>The group; never null, also in <c>default</c>.</summary>
    public string Group { get => field ?? ""; init; } = Group;

    /// <summary>The resource; never null, also in <c>default</c>.</summary>
    public string Resource { get => field ?? ""; init; } = Resource;

    /// <inheritdoc/>
    public bool Equals(GroupResource other) => Group == other.Group && Resource == other.Resource;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Resource);

    /// <inheritdoc/>
    public static GroupResource Empty { get; } = new("", "");

    /// <inheritdoc/>
    public bool IsZero => string.IsNullOrEmpty(Group) && string.IsNullOrEmpty(Resource);

    static MessageSchema? IMessage<GroupResource>.Schema => null;

    /// <inheritdoc/>
    public static GroupResource ReadJson(ref JsonDecoder json)
    {
        var (group, _, resource) = NameTriple.ReadJson(ref json, "resource"u8);
        return new(group, resource);
    }

    /// <inheritdoc/>
    public static GroupResource ReadProto(ref ProtoReader proto)
    {
        var (group, resource, _) = NameTriple.ReadProto(ref proto);
        return new(group, resource);
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("group"u8, Group ?? "");
        json.WriteString("resource"u8, Resource ?? "");
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto)
    {
        proto.String(2, Resource ?? "");
        proto.String(1, Group ?? "");
    }

    /// <summary>As upstream prints it: <c>deployments.apps</c>, <c>pods</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Group) ? Resource : $"{Resource}.{Group}";
}

/// <summary>What discovery says of a kind.</summary>
public sealed record KindInfo(GroupVersionKind Kind, string Plural, bool Namespaced, string[] ShortNames, string[] Categories)
{
    /// <summary>The singular name: the kind in lower case.</summary>
    public string Singular => Kind.Kind.ToLowerInvariant();

    /// <summary>Group, version and plural.</summary>
    public GroupVersionResource Resource => new(Kind.Group, Kind.Version, Plural);
}
