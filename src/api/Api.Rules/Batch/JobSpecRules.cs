using Cybernetes.Api.BatchV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What is right and wrong for a job's spec, in a job and in a template.</summary>
internal static class JobSpecRules
{
    private const int MaxIndexedParallelism = 100_000;
    private const string NeedsIndexes = "requires indexed completion mode";

    public static JobSpec Default(JobSpec spec)
    {
        var alone = spec.Completions is null && spec.Parallelism is null;
        return spec with
        {
            Completions = alone ? 1 : spec.Completions,
            Parallelism = spec.Parallelism ?? 1,
            BackoffLimit = spec.BackoffLimit ?? (spec.BackoffLimitPerIndex is null ? 6 : int.MaxValue),
            Template = PodDefaults.Template(spec.Template),
            CompletionMode = spec.CompletionMode ?? "NonIndexed",
            Suspend = spec.Suspend ?? false,
            ManualSelector = spec.ManualSelector ?? false,
            PodFailurePolicy = Conditions(spec.PodFailurePolicy),
            PodReplacementPolicy = spec.PodReplacementPolicy ?? (spec.PodFailurePolicy is null ? "TerminatingOrFailed" : "Failed"),
        };
    }

    /// <summary>Conditions of a failure policy are true unless told otherwise.</summary>
    public static PodFailurePolicy? Conditions(PodFailurePolicy? policy) => policy is null ? null : policy with
    {
        Rules = policy.Rules.Update(rule => rule with { OnPodConditions = rule.OnPodConditions.Update(pattern => pattern.Status.Length == 0 ? pattern with { Status = "True" } : pattern) }),
    };

    public static void Validate(JobSpec spec, FieldPath path, ErrorList errors)
    {
        TemplateChecks.NonNegative(spec.Parallelism, path.Child("parallelism"), errors);
        TemplateChecks.NonNegative(spec.Completions, path.Child("completions"), errors);
        TemplateChecks.NonNegative(spec.ActiveDeadlineSeconds, path.Child("activeDeadlineSeconds"), errors);
        TemplateChecks.NonNegative(spec.BackoffLimit, path.Child("backoffLimit"), errors);
        TemplateChecks.NonNegative(spec.TtlSecondsAfterFinished, path.Child("ttlSecondsAfterFinished"), errors);
        TemplateChecks.NonNegative(spec.BackoffLimitPerIndex, path.Child("backoffLimitPerIndex"), errors);
        if (spec.MaxFailedIndexes is { } most)
        {
            Check.NonNegative(most, path.Child("maxFailedIndexes"), errors);
            if (spec.BackoffLimitPerIndex is null)
            {
                errors.Required(path.Child("backoffLimitPerIndex"), "when maxFailedIndexes is specified");
            }
        }

        if (spec.ManagedBy is { } manager)
        {
            DomainPath(manager, path.Child("managedBy"), errors);
            if (manager.Utf8Length() > 63)
            {
                errors.TooLong(path.Child("managedBy"), 63);
            }
        }

        Mode(spec, path, errors);
        if (spec.PodFailurePolicy is { } failure)
        {
            JobPolicyRules.Failure(failure, spec, path.Child("podFailurePolicy"), errors);
        }

        if (spec.SuccessPolicy is { } success)
        {
            if (spec.CompletionMode == "Indexed")
            {
                JobPolicyRules.Success(success, spec, path.Child("successPolicy"), errors);
            }
            else
            {
                errors.Invalid(path.Child("successPolicy"), GoDump.Of(success), NeedsIndexes);
            }
        }

        Replacement(spec, path.Child("podReplacementPolicy"), errors);
        PodTemplateSpecRules.Validate(spec.Template, path.Child("template"), errors);
        RestartPolicy(spec, path.Child("template", "spec", "restartPolicy"), errors);
    }

    public static void DomainPath(string value, FieldPath path, ErrorList errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path);
            return;
        }

        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == value.Length - 1)
        {
            errors.Invalid(path, value, "must be a domain-prefixed path (such as \"acme.io/foo\")");
            return;
        }

        foreach (var words in Names.Dns1123Subdomain(value[..slash]))
        {
            errors.Invalid(path, value[..slash], words);
        }

        var rest = value[(slash + 1)..];
        if (!rest.All(c => char.IsAsciiLetterOrDigit(c) || "/%-._~!$&'()*+,;=:".Contains(c, StringComparison.Ordinal)))
        {
            errors.Invalid(path, rest, Names.Regex("Invalid path", @"[A-Za-z0-9/\-._~%!$&'()*+,;=:]+"));
        }
    }

    private static void Mode(JobSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.CompletionMode is { } mode)
        {
            Check.Supported(mode, path.Child("completionMode"), errors, "NonIndexed", "Indexed");
            if (mode == "Indexed")
            {
                Indexed(spec, path, errors);
            }
        }

        if (spec.CompletionMode is not "Indexed")
        {
            if (spec.BackoffLimitPerIndex is { } limit)
            {
                errors.Invalid(path.Child("backoffLimitPerIndex"), limit, NeedsIndexes);
            }

            if (spec.MaxFailedIndexes is { } most)
            {
                errors.Invalid(path.Child("maxFailedIndexes"), most, NeedsIndexes);
            }
        }
    }

    private static void Indexed(JobSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.Completions is not { } completions)
        {
            errors.Required(path.Child("completions"), "when completion mode is Indexed");
        }
        else
        {
            if (spec.MaxFailedIndexes > completions)
            {
                errors.Invalid(path.Child("maxFailedIndexes"), spec.MaxFailedIndexes.Value, "must be less than or equal to completions");
            }

            if (completions > 100_000 && spec.BackoffLimitPerIndex is not null)
            {
                if (spec.MaxFailedIndexes is null)
                {
                    errors.Required(path.Child("maxFailedIndexes"), "must be specified when completions is above 100000");
                }

                if (spec.Parallelism > 10_000)
                {
                    errors.Invalid(path.Child("parallelism"), spec.Parallelism.Value, "must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index");
                }

                if (spec.MaxFailedIndexes > 10_000)
                {
                    errors.Invalid(path.Child("maxFailedIndexes"), spec.MaxFailedIndexes.Value, "must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index");
                }
            }
        }

        if (spec.Parallelism > MaxIndexedParallelism)
        {
            errors.Invalid(path.Child("parallelism"), spec.Parallelism.Value, "must be less than or equal to 100000 when completion mode is Indexed");
        }
    }

    private static void Replacement(JobSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.PodReplacementPolicy is not { } policy)
        {
            return;
        }

        if (spec.PodFailurePolicy is not null)
        {
            Check.Supported(policy, path, errors, "Failed");
        }
        else
        {
            Check.Supported(policy, path, errors, "Failed", "TerminatingOrFailed");
        }
    }

    private static void RestartPolicy(JobSpec spec, FieldPath path, ErrorList errors)
    {
        var policy = spec.Template.Spec.RestartPolicy;
        if (policy == "Always")
        {
            errors.Required(path, "valid values: \"OnFailure\", \"Never\"");
            return;
        }

        Check.Supported(policy, path, errors, "OnFailure", "Never");

        if (spec.PodFailurePolicy is not null && policy != "Never")
        {
            errors.Invalid(path, policy, "only \"Never\" is supported when podFailurePolicy is specified");
        }
    }
}
