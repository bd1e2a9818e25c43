using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record APIVersions
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Versions { get; init; }

    [Field(2, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<ServerAddressByClientCIDR> ServerAddressByClientCIDRs { get; init; }
}
