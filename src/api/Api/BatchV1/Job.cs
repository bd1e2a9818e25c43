using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.BatchV1;

/// <summary>Runs pods until so many have succeeded.</summary>
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

/// <summary>A side of a job's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.batch.v1")]
public sealed partial record JobCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    /// <summary>When it was last looked at.</summary>
    [Field(3, Always = true)]
    public partial Time LastProbeTime { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5)]
    public partial string Reason { get; init; }

    [Field(6)]
    public partial string Message { get; init; }
}

/// <summary>How a job is doing.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record JobStatus
{
    /// <summary>Complete, Failed, Suspended, SuccessCriteriaMet, FailureTarget.</summary>
    [Field(1, ListType = "atomic", Patch = "merge", MergeKey = "type")]
    public partial ValueList<JobCondition> Conditions { get; init; }

    /// <summary>When the job was taken up, anew after each suspension.</summary>
    [Field(2)]
    public partial Time? StartTime { get; init; }

    /// <summary>When it completed; unset where it failed.</summary>
    [Field(3)]
    public partial Time? CompletionTime { get; init; }

    /// <summary>Pods that are pending or run, and are not being deleted.</summary>
    [Field(4)]
    public partial int Active { get; init; }

    /// <summary>Pods that succeeded.</summary>
    [Field(5)]
    public partial int Succeeded { get; init; }

    /// <summary>Pods that failed.</summary>
    [Field(6)]
    public partial int Failed { get; init; }

    /// <summary>Pods that are being deleted.</summary>
    [Field(11)]
    public partial int? Terminating { get; init; }

    /// <summary>The indexes that succeeded, such as <c>1,3-5</c>.</summary>
    [Field(7)]
    public partial string CompletedIndexes { get; init; }

    /// <summary>The indexes that failed, in the same form.</summary>
    [Field(10)]
    public partial string? FailedIndexes { get; init; }

    /// <summary>Pods that ended and are yet to be counted.</summary>
    [Field(8)]
    public partial UncountedTerminatedPods? UncountedTerminatedPods { get; init; }

    /// <summary>Pods that are ready.</summary>
    [Field(9)]
    public partial int? Ready { get; init; }
}

/// <summary>Pods that ended and are yet to be counted.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record UncountedTerminatedPods
{
    /// <summary>The uids of those that succeeded.</summary>
    [Field(1, ListType = "set")]
    public partial ValueList<string> Succeeded { get; init; }

    /// <summary>The uids of those that failed.</summary>
    [Field(2, ListType = "set")]
    public partial ValueList<string> Failed { get; init; }
}
