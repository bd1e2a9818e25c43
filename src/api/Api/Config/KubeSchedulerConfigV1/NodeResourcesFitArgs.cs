using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>Settings of NodeResourcesFit.</summary>
[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record NodeResourcesFitArgs
{
    /// <summary>Resources that are passed over.</summary>
    [Field]
    public partial ValueList<string> IgnoredResources { get; init; }

    /// <summary>Groups of resources that are passed over.</summary>
    [Field]
    public partial ValueList<string> IgnoredResourceGroups { get; init; }

    /// <summary>How nodes are scored.</summary>
    [Field]
    public partial ScoringStrategy? ScoringStrategy { get; init; }
}
