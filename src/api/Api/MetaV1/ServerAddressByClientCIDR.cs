using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ServerAddressByClientCIDR
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ClientCIDR { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ServerAddress { get; init; }
}
