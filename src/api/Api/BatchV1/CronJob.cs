using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.BatchV1;

/// <summary>Makes jobs at given times.</summary>
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

/// <summary>When jobs are made and what they are.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record CronJobSpec
{
    /// <summary>When: minute, hour, day, month, weekday in cron's form, or <c>@daily</c> and the like.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Schedule { get; init; }

    /// <summary>The zone of the schedule, such as <c>Europe/Vienna</c>; the controller manager's own when unset.</summary>
    [Field(8)]
    public partial string? TimeZone { get; init; }

    /// <summary>Seconds by which a job may be late; later it counts as missed. No limit when unset.</summary>
    [Field(2)]
    public partial long? StartingDeadlineSeconds { get; init; }

    /// <summary>
    /// What happens while the last job still runs: <c>Allow</c> (the default), <c>Forbid</c> skips the new one, <c>Replace</c> ends the old
    /// one.
    /// </summary>
    [Field(3)]
    public partial string ConcurrencyPolicy { get; init; }

    /// <summary>Whether no further jobs are made. False by default; running ones go on.</summary>
    [Field(4)]
    public partial bool? Suspend { get; init; }

    /// <summary>The job.</summary>
    [Field(5, Always = true, Required = true, Default = "{}")]
    public partial JobTemplateSpec JobTemplate { get; init; }

    /// <summary>How many successful jobs are kept; 3 by default.</summary>
    [Field(6)]
    public partial int? SuccessfulJobsHistoryLimit { get; init; }

    /// <summary>How many failed jobs are kept; 1 by default.</summary>
    [Field(7)]
    public partial int? FailedJobsHistoryLimit { get; init; }
}

/// <summary>How a CronJob is doing.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record CronJobStatus
{
    /// <summary>The jobs that run.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<ObjectReference> Active { get; init; }

    /// <summary>When a job was last made.</summary>
    [Field(4)]
    public partial Time? LastScheduleTime { get; init; }

    /// <summary>When a job last succeeded.</summary>
    [Field(5)]
    public partial Time? LastSuccessfulTime { get; init; }
}

/// <summary>The jobs that a CronJob makes.</summary>
[Message("k8s.io.api.batch.v1")]
public sealed partial record JobTemplateSpec
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial JobSpec Spec { get; init; }
}
