using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>The resources of one version of a group.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record APIResourceList
{
    /// <summary>Group and version, as <c>apps/v1</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string GroupVersion { get; init; }

    /// <summary>The resources.</summary>
    [Field(2, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<APIResource> Resources { get; init; }
}

/// <summary>A resource: what can be read and written under one name.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record APIResource
{
    /// <summary>The name in URLs, in the plural; subresources as name/subresource.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The name in the singular.</summary>
    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string SingularName { get; init; }

    /// <summary>Whether its objects are in namespaces.</summary>
    [Field(2, Always = true, Required = true, Default = "false")]
    public partial bool Namespaced { get; init; }

    /// <summary>The group of its kind; that of the list when empty.</summary>
    [Field(8)]
    public partial string Group { get; init; }

    /// <summary>The version of its kind; that of the list when empty.</summary>
    [Field(9)]
    public partial string Version { get; init; }

    /// <summary>The kind of its objects.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary>What can be done: get, list, watch, create, update, patch, delete, deletecollection.</summary>
    [Field(4, Always = true, Required = true)]
    public partial StringList Verbs { get; init; }

    /// <summary>Short names, such as <c>po</c>.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<string> ShortNames { get; init; }

    /// <summary>Names for several resources at once, such as <c>all</c>.</summary>
    [Field(7, ListType = "atomic")]
    public partial ValueList<string> Categories { get; init; }

    /// <summary>A mark that changes with the version in which objects are stored.</summary>
    [Field(10)]
    public partial string StorageVersionHash { get; init; }
}
