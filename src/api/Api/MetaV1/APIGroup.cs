using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>A group of kinds and its versions.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record APIGroup
{
    /// <summary>The group's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The versions served.</summary>
    [Field(2, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<GroupVersionForDiscovery> Versions { get; init; }

    /// <summary>The version that the server prefers.</summary>
    [Field(3, Always = true, Default = "{}")]
    public partial GroupVersionForDiscovery PreferredVersion { get; init; }

    /// <summary>Which address clients should use, by where they are.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<ServerAddressByClientCIDR> ServerAddressByClientCIDRs { get; init; }
}

/// <summary>The groups that the server has.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record APIGroupList
{
    /// <summary>The groups.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<APIGroup> Groups { get; init; }
}

/// <summary>A version of a group.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record GroupVersionForDiscovery
{
    /// <summary>Group and version, as <c>apps/v1</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string GroupVersion { get; init; }

    /// <summary>The version alone.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Version { get; init; }
}
