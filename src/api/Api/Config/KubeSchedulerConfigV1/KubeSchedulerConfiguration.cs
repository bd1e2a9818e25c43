using Cybernetes.Api.ComponentConfigV1Alpha1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>How the scheduler works: the file given by <c>--config</c>.</summary>
[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record KubeSchedulerConfiguration
{
    /// <summary>How many nodes are looked at at once; 16 by default.</summary>
    [Field]
    public partial int? Parallelism { get; init; }

    /// <summary>How one of several schedulers is chosen.</summary>
    [Field(Always = true)]
    public partial LeaderElectionConfiguration LeaderElection { get; init; }

    /// <summary>How the API server is reached.</summary>
    [Field(Always = true)]
    public partial ClientConnectionConfiguration ClientConnection { get; init; }

    /// <summary>What is served for debugging.</summary>
    [Field(Inline = true)]
    public partial DebuggingConfiguration DebuggingConfiguration { get; init; }

    /// <summary>At which share of fitting nodes the search ends; 0, the default, decides by the cluster's size.</summary>
    [Field]
    public partial int? PercentageOfNodesToScore { get; init; }

    /// <summary>The first delay of a pod that did not fit; 1 by default.</summary>
    [Field]
    public partial long? PodInitialBackoffSeconds { get; init; }

    /// <summary>The longest delay; 10 by default.</summary>
    [Field]
    public partial long? PodMaxBackoffSeconds { get; init; }

    /// <summary>Sets of plugins, each under a scheduler name.</summary>
    [Field]
    public partial ValueList<KubeSchedulerProfile> Profiles { get; init; }

    /// <summary>Services that take part in decisions.</summary>
    [Field]
    public partial ValueList<Extender> Extenders { get; init; }

    /// <summary>Whether caches fill only once it leads.</summary>
    [Field]
    public partial bool DelayCacheUntilActive { get; init; }
}
