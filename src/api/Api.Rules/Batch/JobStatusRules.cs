using Cybernetes.Api.BatchV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Writes to a job's status.</summary>
internal static class JobStatusRules
{
    public static void Validate(Job obj, Job old, ErrorList errors)
    {
        var (status, path) = (obj.Status, FieldPath.Of("status"));
        TemplateChecks.Counts(path, errors, ("active", status.Active), ("succeeded", status.Succeeded), ("failed", status.Failed));
        TemplateChecks.NonNegative(status.Ready, path.Child("ready"), errors);
        TemplateChecks.NonNegative(status.Terminating, path.Child("terminating"), errors);
        if (status.UncountedTerminatedPods is { } pods)
        {
            var at = path.Child("uncountedTerminatedPods");
            var seen = new HashSet<string>(StringComparer.Ordinal);
            Uids(pods.Succeeded, at.Child("succeeded"), seen, errors);
            Uids(pods.Failed, at.Child("failed"), seen, errors);
        }

        if (Is(status, "Complete") && Is(status, "Failed"))
        {
            errors.Invalid(path.Child("conditions"), GoDump.List(status.Conditions), "cannot set Complete=True and Failed=true conditions");
        }

        if (status.CompletionTime is not null && !Is(status, "Complete"))
        {
            errors.Invalid(path.Child("completionTime"), status.CompletionTime.Value.ToString(), "cannot set completionTime when there is no Complete=True condition");
        }

        if (Is(status, "Complete") && !Is(old.Status, "Complete") && status.CompletionTime is null)
        {
            errors.Required(path.Child("completionTime"), "completionTime is required for Complete jobs");
        }
    }

    private static bool Is(JobStatus status, string type) => status.Conditions.Any(condition => condition.Type == type && condition.Status == "True");

    private static void Uids(ValueList<string> uids, FieldPath path, HashSet<string> seen, ErrorList errors)
    {
        for (var i = 0; i < uids.Count; i++)
        {
            if (uids[i].Length == 0)
            {
                errors.Invalid(path.Index(i), uids[i], "must not be empty");
            }
            else if (!seen.Add(uids[i]))
            {
                errors.Duplicate(path.Index(i), uids[i]);
            }
        }
    }
}
