using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.BatchV1;

[Message("k8s.io.api.batch.v1")]
[Kind("batch", "v1", Plural = "cronjobs", ShortNames = "cj", Categories = "all", Namespaced = true)]
public sealed partial record CronJob
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial CronJobSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial CronJobStatus Status { get; init; }
}

[Message("k8s.io.api.batch.v1")]
[Kind("batch", "v1")]
public sealed partial record CronJobList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<CronJob> Items { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record CronJobSpec
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Schedule { get; init; }

    [Field(8)]
    public partial string? TimeZone { get; init; }

    [Field(2)]
    public partial long? StartingDeadlineSeconds { get; init; }

    [Field(3)]
    public partial string ConcurrencyPolicy { get; init; }

    [Field(4)]
    public partial bool? Suspend { get; init; }

    [Field(5, Always = true, Required = true, Default = "{}")]
    public partial JobTemplateSpec JobTemplate { get; init; }

    [Field(6)]
    public partial int? SuccessfulJobsHistoryLimit { get; init; }

    [Field(7)]
    public partial int? FailedJobsHistoryLimit { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record CronJobStatus
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<ObjectReference> Active { get; init; }

    [Field(4)]
    public partial Time? LastScheduleTime { get; init; }

    [Field(5)]
    public partial Time? LastSuccessfulTime { get; init; }
}

[Message("k8s.io.api.batch.v1")]
public sealed partial record JobTemplateSpec
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial JobSpec Spec { get; init; }
}
