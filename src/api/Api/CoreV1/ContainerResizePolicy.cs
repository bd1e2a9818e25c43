using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>What changing one resource in place does to the container.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerResizePolicy
{
    /// <summary><c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ResourceName { get; init; }

    /// <summary><c>NotRequired</c> (the default) or <c>RestartContainer</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string RestartPolicy { get; init; }
}
