namespace Cybernetes.Api.Machinery;

/// <summary>Group, version and kind: the type of an object as documents name it.</summary>
public readonly record struct GroupVersionKind(string Group, string Version, string Kind)
{
    /// <summary>The <c>apiVersion</c> of documents: <c>v1</c> or <c>apps/v1</c>.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>Group and kind without the version.</summary>
    public GroupKind GroupKind => new(Group, Kind);

    /// <summary>Splits a document's <c>apiVersion</c> and <c>kind</c>.</summary>
    public static GroupVersionKind From(string apiVersion, string kind)
    {
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new("", apiVersion, kind) : new(apiVersion[..slash], apiVersion[(slash + 1)..], kind);
    }

    /// <summary>As upstream prints it: <c>apps/v1, Kind=Deployment</c>.</summary>
    public override string ToString() => $"{(Group.Length == 0 ? "" : Group)}/{Version}, Kind={Kind}";
}

/// <summary>Group and kind.</summary>
public readonly record struct GroupKind(string Group, string Kind)
{
    /// <summary>As upstream prints it: <c>Deployment.apps</c>, <c>Pod</c>.</summary>
    public override string ToString() => Group.Length == 0 ? Kind : $"{Kind}.{Group}";
}

/// <summary>Group, version and resource: the type of an object as URLs name it.</summary>
public readonly record struct GroupVersionResource(string Group, string Version, string Resource)
{
    /// <summary>Group and resource without the version.</summary>
    public GroupResource GroupResource => new(Group, Resource);

    /// <summary>As upstream prints it: <c>apps/v1, Resource=deployments</c>.</summary>
    public override string ToString() => $"{Group}/{Version}, Resource={Resource}";
}

/// <summary>Group and resource.</summary>
public readonly record struct GroupResource(string Group, string Resource)
{
    /// <summary>As upstream prints it: <c>deployments.apps</c>, <c>pods</c>.</summary>
    public override string ToString() => Group.Length == 0 ? Resource : $"{Resource}.{Group}";
}

/// <summary>What discovery says of a kind.</summary>
public sealed record KindInfo(GroupVersionKind Kind, string Plural, bool Namespaced, string[] ShortNames, string[] Categories)
{
    /// <summary>The singular name: the kind in lower case.</summary>
    public string Singular => Kind.Kind.ToLowerInvariant();

    /// <summary>Group, version and plural.</summary>
    public GroupVersionResource Resource => new(Kind.Group, Kind.Version, Plural);
}
