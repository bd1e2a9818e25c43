using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.BatchV1;

/// <summary>What is run, how often, and when it is given up.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record JobSpec
{
    /// <summary>The most pods at once; 1 by default, 0 rests the job.</summary>
    [Field(1)]
    public partial int? Parallelism { get; init; }

    /// <summary>How many pods must succeed; 1 by default. Unset with parallelism set, one success ends the job.</summary>
    [Field(2)]
    public partial int? Completions { get; init; }

    /// <summary>Seconds since the start after which the job fails and its pods are ended.</summary>
    [Field(3)]
    public partial long? ActiveDeadlineSeconds { get; init; }

    /// <summary>What becomes of failed pods, by exit code and condition. Needs restartPolicy Never.</summary>
    [Field(11)]
    public partial PodFailurePolicy? PodFailurePolicy { get; init; }

    /// <summary>When an indexed job counts as done before all have succeeded.</summary>
    [Field(16)]
    public partial SuccessPolicy? SuccessPolicy { get; init; }

    /// <summary>How many pods may fail before the job does; 6 by default, without limit where backoffLimitPerIndex is set.</summary>
    [Field(7)]
    public partial int? BackoffLimit { get; init; }

    /// <summary>How many pods of one index may fail before that index does. Indexed jobs with restartPolicy Never only.</summary>
    [Field(12)]
    public partial int? BackoffLimitPerIndex { get; init; }

    /// <summary>How many indexes may fail before the job does.</summary>
    [Field(13)]
    public partial int? MaxFailedIndexes { get; init; }

    /// <summary>The job's pods; made by the server unless manualSelector.</summary>
    [Field(4)]
    public partial LabelSelector? Selector { get; init; }

    /// <summary>Whether selector is yours. False by default; take care that it matches no others' pods.</summary>
    [Field(5)]
    public partial bool? ManualSelector { get; init; }

    /// <summary>The pod. Its restartPolicy is Never or OnFailure.</summary>
    [Field(6, Always = true, Required = true, Default = "{}")]
    public partial PodTemplateSpec Template { get; init; }

    /// <summary>Seconds after its end when the job is deleted, with its pods. Kept when unset; 0 deletes at once.</summary>
    [Field(8)]
    public partial int? TtlSecondsAfterFinished { get; init; }

    /// <summary>
    /// <c>NonIndexed</c> (the default) or <c>Indexed</c>: each pod has a number from 0 to completions-1, in JOB_COMPLETION_INDEX and in its
    /// host name.
    /// </summary>
    [Field(9)]
    public partial string? CompletionMode { get; init; }

    /// <summary>Whether no pods are run. Those that run are ended; the deadline starts anew. False by default.</summary>
    [Field(10)]
    public partial bool? Suspend { get; init; }

    /// <summary>
    /// When a pod that is going is replaced: <c>TerminatingOrFailed</c> (the default) or <c>Failed</c> (only once it has ended; the default
    /// with a podFailurePolicy).
    /// </summary>
    [Field(14)]
    public partial string? PodReplacementPolicy { get; init; }

    /// <summary>Who carries the job out; the built-in controller when unset or <c>kubernetes.io/job-controller</c>. Fixed.</summary>
    [Field(15)]
    public partial string? ManagedBy { get; init; }
}

/// <summary>What becomes of failed pods.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record PodFailurePolicy
{
    /// <summary>The rules, of which the first that applies decides; at most 20.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<PodFailurePolicyRule> Rules { get; init; }
}

/// <summary>Exit codes of a container.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record PodFailurePolicyOnExitCodesRequirement
{
    /// <summary>The container; any when unset.</summary>
    [Field(1)]
    public partial string? ContainerName { get; init; }

    /// <summary><c>In</c> or <c>NotIn</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Operator { get; init; }

    /// <summary>The codes, ascending; 0 is not allowed with In. At most 255.</summary>
    [Field(3, Always = true, Required = true, ListType = "set")]
    public partial ValueList<int> Values { get; init; }
}

/// <summary>A condition of a pod.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record PodFailurePolicyOnPodConditionsPattern
{
    /// <summary>The condition's type.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>The condition's status; <c>True</c> by default.</summary>
    [Field(2, Always = true, Default = "\"\"")]
    public partial string Status { get; init; }
}

/// <summary>A rule: either exit codes or conditions.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record PodFailurePolicyRule
{
    /// <summary><c>FailJob</c>, <c>FailIndex</c>, <c>Ignore</c> (does not count) or <c>Count</c> (as if there were no rule).</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Action { get; init; }

    /// <summary>Applies to pods by exit code.</summary>
    [Field(2)]
    public partial PodFailurePolicyOnExitCodesRequirement? OnExitCodes { get; init; }

    /// <summary>Applies to pods with one of these conditions.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<PodFailurePolicyOnPodConditionsPattern> OnPodConditions { get; init; }
}

/// <summary>When an indexed job counts as done.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record SuccessPolicy
{
    /// <summary>The rules, of which one must be met; at most 20.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<SuccessPolicyRule> Rules { get; init; }
}

/// <summary>A rule; with both fields, so many of these indexes must succeed.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record SuccessPolicyRule
{
    /// <summary>Indexes, such as <c>0,3-5</c>.</summary>
    [Field(1)]
    public partial string? SucceededIndexes { get; init; }

    /// <summary>How many indexes.</summary>
    [Field(2)]
    public partial int? SucceededCount { get; init; }
}
