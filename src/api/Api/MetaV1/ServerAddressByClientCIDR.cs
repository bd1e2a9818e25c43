using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>An address of the server for clients in a range.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ServerAddressByClientCIDR
{
    /// <summary>The range.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ClientCIDR { get; init; }

    /// <summary>The address.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ServerAddress { get; init; }
}
