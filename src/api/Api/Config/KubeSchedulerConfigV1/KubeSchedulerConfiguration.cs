using Cybernetes.Api.ComponentConfigV1Alpha1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record KubeSchedulerConfiguration
{
    [Field]
    public partial int? Parallelism { get; init; }

    [Field(Always = true)]
    public partial LeaderElectionConfiguration LeaderElection { get; init; }

    [Field(Always = true)]
    public partial ClientConnectionConfiguration ClientConnection { get; init; }

    [Field(Inline = true)]
    public partial DebuggingConfiguration DebuggingConfiguration { get; init; }

    [Field]
    public partial int? PercentageOfNodesToScore { get; init; }

    [Field]
    public partial long? PodInitialBackoffSeconds { get; init; }

    [Field]
    public partial long? PodMaxBackoffSeconds { get; init; }

    [Field]
    public partial ValueList<KubeSchedulerProfile> Profiles { get; init; }

    [Field]
    public partial ValueList<Extender> Extenders { get; init; }

    [Field]
    public partial bool DelayCacheUntilActive { get; init; }
}
