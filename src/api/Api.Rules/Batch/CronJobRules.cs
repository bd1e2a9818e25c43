using Cybernetes.Api.BatchV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Jobs by the clock.</summary>
internal sealed class CronJobRules : KindRules<CronJob>
{
    // The job's name has a hyphen and ten digits more, and its pods' labels hold it.
    private const int NameLength = 63 - 11;

    private static readonly StatusRules<CronJob> _status = new((obj, old) => obj with { Spec = old.Spec });

    protected override CronJob OnDefault(CronJob obj) => obj with
    {
        Spec = obj.Spec with
        {
            ConcurrencyPolicy = obj.Spec.ConcurrencyPolicy.Or("Allow"),
            Suspend = obj.Spec.Suspend ?? false,
            SuccessfulJobsHistoryLimit = obj.Spec.SuccessfulJobsHistoryLimit ?? 3,
            FailedJobsHistoryLimit = obj.Spec.FailedJobsHistoryLimit ?? 1,

            // What a job leaves open is filled in when the job is made; only its pods are filled in here.
            JobTemplate = obj.Spec.JobTemplate with
            {
                Spec = obj.Spec.JobTemplate.Spec with
                {
                    Template = PodDefaults.Template(obj.Spec.JobTemplate.Spec.Template),
                    PodFailurePolicy = JobSpecRules.Conditions(obj.Spec.JobTemplate.Spec.PodFailurePolicy),
                },
            },
        },
    };

    protected override CronJob OnCreate(CronJob obj, RequestFacts facts) => FirstGeneration(obj with { Spec = Drop(obj, null), Status = CronJobStatus.Empty });

    protected override CronJob OnUpdate(CronJob obj, CronJob old, RequestFacts facts)
    {
        obj = obj with { Spec = Drop(obj, old), Status = old.Status };
        return WithGeneration(obj, old, obj.Spec != old.Spec);
    }

    protected override void Validate(CronJob obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, null, errors);
        if (obj.Metadata.Name.Length > NameLength)
        {
            errors.Invalid(FieldPath.Of("metadata", "name"), obj.Metadata.Name, "must be no more than 52 characters");
        }
    }

    protected override void ValidateUpdate(CronJob obj, CronJob old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, old.Spec, errors);
    }

    protected override void Warn(CronJob obj, CronJob? old, List<string> warnings)
    {
        if (old is null && obj.Metadata.Name.Length > 0 && Names.Dns1123Label(obj.Metadata.Name).Count > 0)
        {
            warnings.Add($"metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [{string.Join(' ', Names.Dns1123Label(obj.Metadata.Name))}]");
        }

        PodWarnings.Template(obj.Spec.JobTemplate.Spec.Template, old?.Spec.JobTemplate.Spec.Template, FieldPath.Of("spec", "jobTemplate", "spec", "template"), warnings);
        if (obj.Spec.Schedule.Contains("TZ", StringComparison.Ordinal))
        {
            warnings.Add("CRON_TZ or TZ used in spec.schedule is not officially supported, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details");
        }
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static CronJobSpec Drop(CronJob obj, CronJob? old)
    {
        var job = obj.Spec.JobTemplate;
        return obj.Spec with { JobTemplate = job with { Spec = job.Spec with { Template = PodTemplateSpecRules.Drop(job.Spec.Template, old?.Spec.JobTemplate.Spec.Template) } } };
    }

    private static void Spec(CronJobSpec spec, CronJobSpec? old, ErrorList errors)
    {
        var path = FieldPath.Of("spec");
        if (spec.Schedule.Length == 0)
        {
            errors.Required(path.Child("schedule"));
        }
        else
        {
            Schedule(spec, old, path.Child("schedule"), errors);
        }

        TemplateChecks.NonNegative(spec.StartingDeadlineSeconds, path.Child("startingDeadlineSeconds"), errors);
        if (spec.TimeZone is { } zone && zone != old?.TimeZone)
        {
            Zone(zone, path.Child("timeZone"), errors);
        }

        Check.OneOf(spec.ConcurrencyPolicy, path.Child("concurrencyPolicy"), errors, "Allow", "Forbid", "Replace");
        var job = spec.JobTemplate.Spec;
        JobSpecRules.Validate(job, path.Child("jobTemplate", "spec"), errors);
        if (job.Selector is { } selector)
        {
            errors.Invalid(path.Child("jobTemplate", "spec", "selector"), GoDump.Of(selector), "`selector` will be auto-generated");
        }

        if (job.ManualSelector == true)
        {
            errors.NotSupported(path.Child("jobTemplate", "spec", "manualSelector"), true, "nil", "false");
        }

        TemplateChecks.NonNegative(spec.SuccessfulJobsHistoryLimit, path.Child("successfulJobsHistoryLimit"), errors);
        TemplateChecks.NonNegative(spec.FailedJobsHistoryLimit, path.Child("failedJobsHistoryLimit"), errors);
    }

    private static void Schedule(CronJobSpec spec, CronJobSpec? old, FieldPath path, ErrorList errors)
    {
        if (CronSchedule.Check(spec.Schedule) is { } wrong)
        {
            errors.Invalid(path, spec.Schedule, wrong);
        }

        if (!spec.Schedule.Contains("TZ", StringComparison.Ordinal) || old?.Schedule.Contains("TZ", StringComparison.Ordinal) == true)
        {
            return;
        }

        errors.Invalid(path, spec.Schedule, spec.TimeZone is not null
            ? "cannot use both timeZone field and TZ or CRON_TZ in schedule"
            : "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
    }

    private static void Zone(string zone, FieldPath path, ErrorList errors)
    {
        if (zone.Length == 0)
        {
            errors.Invalid(path, zone, "timeZone must be nil or non-empty string");
        }
        else if (zone.Equals("Local", StringComparison.OrdinalIgnoreCase))
        {
            errors.Invalid(path, zone, "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
        }
        else if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            errors.Invalid(path, zone, $"unknown time zone {zone}");
        }
    }
}
