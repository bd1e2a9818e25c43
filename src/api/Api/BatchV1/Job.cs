using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.BatchV1;

[Message("k8s.io.api.batch.v1")]
[Kind("batch", "v1", Plural = "jobs", Categories = "all", Namespaced = true)]
public sealed partial record Job
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial JobSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial JobStatus Status { get; init; }
}

[Message("k8s.io.api.batch.v1")]
[Kind("batch", "v1")]
public sealed partial record JobList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Job> Items { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record JobCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastProbeTime { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5)]
    public partial string Reason { get; init; }

    [Field(6)]
    public partial string Message { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record JobStatus
{
    [Field(1, ListType = "atomic", Patch = "merge", MergeKey = "type")]
    public partial ValueList<JobCondition> Conditions { get; init; }

    [Field(2)]
    public partial Time? StartTime { get; init; }

    [Field(3)]
    public partial Time? CompletionTime { get; init; }

    [Field(4)]
    public partial int Active { get; init; }

    [Field(5)]
    public partial int Succeeded { get; init; }

    [Field(6)]
    public partial int Failed { get; init; }

    [Field(11)]
    public partial int? Terminating { get; init; }

    [Field(7)]
    public partial string CompletedIndexes { get; init; }

    [Field(10)]
    public partial string? FailedIndexes { get; init; }

    [Field(8)]
    public partial UncountedTerminatedPods? UncountedTerminatedPods { get; init; }

    [Field(9)]
    public partial int? Ready { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record UncountedTerminatedPods
{
    [Field(1, ListType = "set")]
    public partial ValueList<string> Succeeded { get; init; }

    [Field(2, ListType = "set")]
    public partial ValueList<string> Failed { get; init; }
}
