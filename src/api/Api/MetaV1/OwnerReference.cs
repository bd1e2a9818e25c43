using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record OwnerReference
{
    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string ApiVersion { get; init; }

    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string Uid { get; init; }

    [Field(6)]
    public partial bool? Controller { get; init; }

    [Field(7)]
    public partial bool? BlockOwnerDeletion { get; init; }
}
