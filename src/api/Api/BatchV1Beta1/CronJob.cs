using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.BatchV1Beta1;

/// <inheritdoc cref="BatchV1.CronJob"/>
[Message("k8s.io.api.batch.v1beta1")]
[Kind("batch", "v1beta1", Plural = "cronjobs", ShortNames = "cj", Categories = "all", Namespaced = true)]
public sealed partial record CronJob
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial CronJobSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial CronJobStatus Status { get; init; }
}

[Message("k8s.io.api.batch.v1beta1")]
[Kind("batch", "v1beta1")]
public sealed partial record CronJobList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<CronJob> Items { get; init; }
}

/// <inheritdoc cref="BatchV1.CronJobSpec"/>
[Message("k8s.io.api.batch.v1beta1")]
public sealed partial record CronJobSpec
{
    [Field(1, Always = true)]
    public partial string Schedule { get; init; }

    [Field(8)]
    public partial string? TimeZone { get; init; }

    [Field(2)]
    public partial long? StartingDeadlineSeconds { get; init; }

    [Field(3)]
    public partial string ConcurrencyPolicy { get; init; }

    [Field(4)]
    public partial bool? Suspend { get; init; }

    [Field(5, Always = true)]
    public partial JobTemplateSpec JobTemplate { get; init; }

    [Field(6)]
    public partial int? SuccessfulJobsHistoryLimit { get; init; }

    [Field(7)]
    public partial int? FailedJobsHistoryLimit { get; init; }
}

/// <inheritdoc cref="BatchV1.CronJobStatus"/>
[Message("k8s.io.api.batch.v1beta1")]
public sealed partial record CronJobStatus
{
    [Field(1)]
    public partial ValueList<ObjectReference> Active { get; init; }

    [Field(4)]
    public partial Time? LastScheduleTime { get; init; }

    [Field(5)]
    public partial Time? LastSuccessfulTime { get; init; }
}

/// <inheritdoc cref="BatchV1.JobTemplateSpec"/>
[Message("k8s.io.api.batch.v1beta1")]
public sealed partial record JobTemplateSpec
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial JobSpec Spec { get; init; }
}
