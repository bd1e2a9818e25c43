using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A condition on how a container ended, and what follows.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerRestartRule
{
    /// <summary>What happens when the rule applies: <c>Restart</c> or <c>RestartAllContainers</c>.</summary>
    [Field(1, Required = true)]
    public partial string Action { get; init; }

    /// <summary>The exit codes to which the rule applies.</summary>
    [Field(2)]
    public partial ContainerRestartRuleOnExitCodes? ExitCodes { get; init; }
}

/// <summary>A set of exit codes.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerRestartRuleOnExitCodes
{
    /// <summary><c>In</c> or <c>NotIn</c>.</summary>
    [Field(1, Required = true)]
    public partial string Operator { get; init; }

    /// <summary>The codes, at most 255.</summary>
    [Field(2, ListType = "set")]
    public partial ValueList<int> Values { get; init; }
}
