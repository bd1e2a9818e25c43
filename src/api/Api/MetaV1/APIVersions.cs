using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>The versions of the core group.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record APIVersions
{
    /// <summary>The versions.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Versions { get; init; }

    /// <summary>Which address clients should use, by where they are.</summary>
    [Field(2, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<ServerAddressByClientCIDR> ServerAddressByClientCIDRs { get; init; }
}
