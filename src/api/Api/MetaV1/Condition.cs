using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record Condition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(3)]
    public partial long ObservedGeneration { get; init; }

    [Field(4, Always = true, Required = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string Reason { get; init; }

    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string Message { get; init; }
}
