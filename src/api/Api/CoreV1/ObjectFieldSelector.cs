using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record ObjectFieldSelector
{
    [Field(1)]
    public partial string ApiVersion { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string FieldPath { get; init; }
}
