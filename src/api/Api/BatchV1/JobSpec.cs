using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.BatchV1;

[Message("k8s.io.api.batch.v1")]
public sealed partial record JobSpec
{
    [Field(1)]
    public partial int? Parallelism { get; init; }

    [Field(2)]
    public partial int? Completions { get; init; }

    [Field(3)]
    public partial long? ActiveDeadlineSeconds { get; init; }

    [Field(11)]
    public partial PodFailurePolicy? PodFailurePolicy { get; init; }

    [Field(16)]
    public partial SuccessPolicy? SuccessPolicy { get; init; }

    [Field(7)]
    public partial int? BackoffLimit { get; init; }

    [Field(12)]
    public partial int? BackoffLimitPerIndex { get; init; }

    [Field(13)]
    public partial int? MaxFailedIndexes { get; init; }

    [Field(4)]
    public partial LabelSelector? Selector { get; init; }

    [Field(5)]
    public partial bool? ManualSelector { get; init; }

    [Field(6, Always = true, Required = true, Default = "{}")]
    public partial PodTemplateSpec Template { get; init; }

    [Field(8)]
    public partial int? TtlSecondsAfterFinished { get; init; }

    [Field(9)]
    public partial string? CompletionMode { get; init; }

    [Field(10)]
    public partial bool? Suspend { get; init; }

    [Field(14)]
    public partial string? PodReplacementPolicy { get; init; }

    [Field(15)]
    public partial string? ManagedBy { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record PodFailurePolicy
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<PodFailurePolicyRule> Rules { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record PodFailurePolicyOnExitCodesRequirement
{
    [Field(1)]
    public partial string? ContainerName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Operator { get; init; }

    [Field(3, Always = true, Required = true, ListType = "set")]
    public partial ValueList<int> Values { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record PodFailurePolicyOnPodConditionsPattern
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Default = "\"\"")]
    public partial string Status { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record PodFailurePolicyRule
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Action { get; init; }

    [Field(2)]
    public partial PodFailurePolicyOnExitCodesRequirement? OnExitCodes { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<PodFailurePolicyOnPodConditionsPattern> OnPodConditions { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record SuccessPolicy
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<SuccessPolicyRule> Rules { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record SuccessPolicyRule
{
    [Field(1)]
    public partial string? SucceededIndexes { get; init; }

    [Field(2)]
    public partial int? SucceededCount { get; init; }
}
