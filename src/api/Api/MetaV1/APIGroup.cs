using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record APIGroup
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<GroupVersionForDiscovery> Versions { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial GroupVersionForDiscovery PreferredVersion { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<ServerAddressByClientCIDR> ServerAddressByClientCIDRs { get; init; }
}

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record APIGroupList
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<APIGroup> Groups { get; init; }
}

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record GroupVersionForDiscovery
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string GroupVersion { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Version { get; init; }
}
