using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerRestartRule
{
    [Field(1, Required = true)]
    public partial string Action { get; init; }

    [Field(2)]
    public partial ContainerRestartRuleOnExitCodes? ExitCodes { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerRestartRuleOnExitCodes
{
    [Field(1, Required = true)]
    public partial string Operator { get; init; }

    [Field(2, ListType = "set")]
    public partial ValueList<int> Values { get; init; }
}
