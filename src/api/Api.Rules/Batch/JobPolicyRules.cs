using Cybernetes.Api.BatchV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>When a job is over: failure policies (KEP-3329) and success policies (KEP-3998).</summary>
internal static class JobPolicyRules
{
    private const int MaxRules = 20;

    public static void Failure(PodFailurePolicy policy, JobSpec spec, FieldPath path, ErrorList errors)
    {
        var rules = path.Child("rules");
        if (policy.Rules.Count > MaxRules)
        {
            errors.TooMany(rules, policy.Rules.Count, MaxRules);
        }

        var names = spec.Template.Spec.Containers.Concat(spec.Template.Spec.InitContainers).Select(container => container.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < policy.Rules.Count; i++)
        {
            Rule(policy.Rules[i], spec, names, rules.Index(i), errors);
        }
    }

    private static void Rule(PodFailurePolicyRule rule, JobSpec spec, HashSet<string> names, FieldPath at, ErrorList errors)
    {
        if (rule.Action.Length == 0)
        {
            errors.Required(at.Child("action"), "valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]");
        }
        else if (rule.Action == "FailIndex" && spec.BackoffLimitPerIndex is null)
        {
            errors.Invalid(at.Child("action"), rule.Action, "requires the backoffLimitPerIndex to be set");
        }
        else
        {
            Check.Supported(rule.Action, at.Child("action"), errors, "Count", "FailIndex", "FailJob", "Ignore");
        }

        if (rule.OnExitCodes is { } codes)
        {
            ExitCodes(codes, names, at.Child("onExitCodes"), errors);
        }

        Patterns(rule.OnPodConditions, at.Child("onPodConditions"), errors);
        switch (rule.OnExitCodes is not null, !rule.OnPodConditions.IsEmpty)
        {
            case (true, true):
                errors.Add(new(FieldErrorType.FieldValueInvalid, at.ToString(), null, "specifying both OnExitCodes and OnPodConditions is not supported"));
                break;
            case (false, false):
                errors.Add(new(FieldErrorType.FieldValueInvalid, at.ToString(), null, "specifying one of OnExitCodes and OnPodConditions is required"));
                break;
        }
    }

    private static void Patterns(ValueList<PodFailurePolicyOnPodConditionsPattern> patterns, FieldPath path, ErrorList errors)
    {
        if (patterns.Count > MaxRules)
        {
            errors.TooMany(path, patterns.Count, MaxRules);
        }

        for (var i = 0; i < patterns.Count; i++)
        {
            Check.QualifiedName(patterns[i].Type, path.Index(i).Child("type"), errors);
            if (patterns[i].Status.Length == 0)
            {
                errors.Required(path.Index(i).Child("status"), "valid values: [\"False\" \"True\" \"Unknown\"]");
            }
            else
            {
                Check.Supported(patterns[i].Status, path.Index(i).Child("status"), errors, "False", "True", "Unknown");
            }
        }
    }

    private static void ExitCodes(PodFailurePolicyOnExitCodesRequirement codes, HashSet<string> names, FieldPath at, ErrorList errors)
    {
        if (codes.Operator.Length == 0)
        {
            errors.Required(at.Child("operator"), "valid values: [\"In\" \"NotIn\"]");
        }
        else
        {
            Check.Supported(codes.Operator, at.Child("operator"), errors, "In", "NotIn");
        }

        if (codes.ContainerName is { } name && !names.Contains(name))
        {
            errors.Invalid(at.Child("containerName"), name, "must be one of the container or initContainer names in the pod template");
        }

        var values = at.Child("values");
        if (codes.Values.IsEmpty)
        {
            errors.Invalid(values, codes.Values.IsNil ? FieldValue.Null : FieldValue.Json("[]"), "at least one value is required");
        }
        else if (codes.Values.Count > 255)
        {
            errors.TooMany(values, codes.Values.Count, 255);
        }

        var (ordered, seen) = (true, new HashSet<int>());
        for (var i = 0; i < codes.Values.Count; i++)
        {
            if (codes.Operator == "In" && codes.Values[i] == 0)
            {
                errors.Invalid(values.Index(i), 0, "must not be 0 for the In operator");
            }

            if (!seen.Add(codes.Values[i]))
            {
                errors.Duplicate(values.Index(i), codes.Values[i]);
            }

            ordered &= i == 0 || codes.Values[i - 1] <= codes.Values[i];
        }

        if (!ordered)
        {
            errors.Invalid(values, FieldValue.Json("[" + string.Join(",", codes.Values) + "]"), "must be ordered");
        }
    }

    public static void Success(SuccessPolicy policy, JobSpec spec, FieldPath path, ErrorList errors)
    {
        var rules = path.Child("rules");
        if (policy.Rules.IsEmpty)
        {
            errors.Required(rules, "at least one rules must be specified when the successPolicy is specified");
        }

        if (policy.Rules.Count > MaxRules)
        {
            errors.TooMany(rules, policy.Rules.Count, MaxRules);
        }

        for (var i = 0; i < policy.Rules.Count; i++)
        {
            SuccessRule(policy.Rules[i], spec.Completions ?? 0, rules.Index(i), errors);
        }
    }

    private static void SuccessRule(SuccessPolicyRule rule, int completions, FieldPath at, ErrorList errors)
    {
        if (rule is { SucceededCount: null, SucceededIndexes: null })
        {
            errors.Required(at, "at least one of succeededCount or succeededIndexes must be specified");
        }

        var indexes = 0;
        if (rule.SucceededIndexes is { } text)
        {
            if (text.Utf8Length() > 64 * 1024)
            {
                errors.TooLong(at.Child("succeededIndexes"), 64 * 1024);
            }

            if (JobIndexes.Count(text, completions, out indexes) is { } wrong)
            {
                errors.Invalid(at.Child("succeededIndexes"), text, $"error parsing succeededIndexes: {wrong}");
            }
        }

        if (rule.SucceededCount is not { } count)
        {
            return;
        }

        Check.NonNegative(count, at.Child("succeededCount"), errors);
        if (count > completions)
        {
            errors.Invalid(at.Child("succeededCount"), count, $"must be less than or equal to {completions} (the number of specified completions)");
        }

        if (rule.SucceededIndexes is not null && count > indexes)
        {
            errors.Invalid(at.Child("succeededCount"), count, $"must be less than or equal to {indexes} (the number of indexes in the specified succeededIndexes field)");
        }
    }
}
