using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>How fast an autoscaler may go.</summary>
internal static class HpaBehaviorRules
{
    private const int LongestPeriod = 1800;
    private const int LongestWindow = 3600;

    public static HorizontalPodAutoscalerBehavior? Default(HorizontalPodAutoscalerBehavior? behavior) => behavior is null ? null : behavior with
    {
        ScaleUp = Fill(behavior.ScaleUp, 0, new() { Type = "Pods", Value = 4, PeriodSeconds = 15 }, new() { Type = "Percent", Value = 100, PeriodSeconds = 15 }),
        ScaleDown = Fill(behavior.ScaleDown, null, new HPAScalingPolicy { Type = "Percent", Value = 100, PeriodSeconds = 15 }),
    };

    public static void Validate(HorizontalPodAutoscalerBehavior behavior, FieldPath path, ErrorList errors)
    {
        Rules(behavior.ScaleUp, path.Child("scaleUp"), errors);
        Rules(behavior.ScaleDown, path.Child("scaleDown"), errors);
    }

    private static HPAScalingRules Fill(HPAScalingRules? rules, int? window, params ReadOnlySpan<HPAScalingPolicy> policies)
    {
        rules ??= new();
        return rules with
        {
            StabilizationWindowSeconds = rules.StabilizationWindowSeconds ?? window,
            SelectPolicy = rules.SelectPolicy ?? "Max",
            Policies = rules.Policies.IsEmpty ? [.. policies] : rules.Policies,
            Tolerance = rules.Tolerance,
        };
    }

    private static void Rules(HPAScalingRules? rules, FieldPath path, ErrorList errors)
    {
        if (rules is null)
        {
            return;
        }

        if (rules.StabilizationWindowSeconds is { } window)
        {
            Check.NonNegative(window, path.Child("stabilizationWindowSeconds"), errors);
            if (window > LongestWindow)
            {
                errors.Invalid(path.Child("stabilizationWindowSeconds"), window, $"must be less than or equal to {LongestWindow}");
            }
        }

        if (rules.SelectPolicy is { } select)
        {
            Check.Supported(select, path.Child("selectPolicy"), errors, "Disabled", "Max", "Min");
        }

        if (rules.Policies.IsEmpty)
        {
            errors.Required(path.Child("policies"), "must specify at least one Policy");
        }

        for (var i = 0; i < rules.Policies.Count; i++)
        {
            Policy(rules.Policies[i], path.Child("policies").Index(i), errors);
        }

        if (rules.Tolerance is { Sign: < 0 } tolerance)
        {
            errors.Invalid(path.Child("tolerance"), tolerance.ToString(), "must be greater than or equal to 0");
        }
    }

    private static void Policy(HPAScalingPolicy policy, FieldPath at, ErrorList errors)
    {
        Check.Supported(policy.Type, at.Child("type"), errors, "Percent", "Pods");
        if (policy.Value <= 0)
        {
            errors.Invalid(at.Child("value"), policy.Value, "must be greater than zero");
        }

        if (policy.PeriodSeconds <= 0)
        {
            errors.Invalid(at.Child("periodSeconds"), policy.PeriodSeconds, "must be greater than zero");
        }

        if (policy.PeriodSeconds > LongestPeriod)
        {
            errors.Invalid(at.Child("periodSeconds"), policy.PeriodSeconds, $"must be less than or equal to {LongestPeriod}");
        }
    }
}
