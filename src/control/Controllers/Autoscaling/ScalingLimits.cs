using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.Autoscaling;

/// <summary>What becomes of a recommendation: held back by recent ones, by the rate allowed, and by the least and most replicas. Pure.</summary>
public static class ScalingLimits
{
    /// <summary>The count, and the two conditions that tell what held it back.</summary>
    public sealed record Verdict(int Replicas, (string Reason, string Message) Able, bool Limited, (string Reason, string Message) Limit);

    private static readonly (string, string) _ready = ("ReadyForNewScale", "recommended size matches current size");
    private static readonly (string, string) _tooFew = ("TooFewReplicas", "the desired replica count is less than the minimum replica count");
    private static readonly (string, string) _tooMany = ("TooManyReplicas", "the desired replica count is more than the maximum replica count");
    private static readonly (string, string) _tooFast = ("ScaleUpLimit", "the desired replica count is increasing faster than the maximum scale rate");
    private static readonly (string, string) _tooFastDown = ("ScaleDownLimit", "the desired replica count is decreasing faster than the maximum scale rate");
    private static readonly (string, string) _within = ("DesiredWithinRange", "the desired count is within the acceptable range");

    private static readonly ValueList<HPAScalingPolicy> _upPolicies =
        [new() { Type = "Pods", Value = 4, PeriodSeconds = 15 }, new() { Type = "Percent", Value = 100, PeriodSeconds = 15 }];

    private static readonly ValueList<HPAScalingPolicy> _downPolicies = [new() { Type = "Percent", Value = 100, PeriodSeconds = 15 }];

    /// <summary>Applies all limits to a recommendation, which the history has already.</summary>
    /// <param name="spec">The autoscaler.</param>
    /// <param name="current">The replicas now.</param>
    /// <param name="desired">The recommendation.</param>
    /// <param name="history">What was before.</param>
    /// <param name="downWindow">The window of going down where the autoscaler says none.</param>
    /// <param name="now">The time.</param>
    public static Verdict Apply(HorizontalPodAutoscalerSpec spec, int current, int desired, ScalingHistory history, TimeSpan downWindow, DateTimeOffset now)
    {
        var (up, down) = (spec.Behavior?.ScaleUp, spec.Behavior?.ScaleDown);
        var upWindow = TimeSpan.FromSeconds(up?.StabilizationWindowSeconds ?? 0);
        downWindow = down?.StabilizationWindowSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : downWindow;
        var stable = Stabilize(current, desired, spec.Behavior is null ? null : upWindow, downWindow, history, now);
        var able = stable == desired ? _ready
            : spec.Behavior is not null && desired >= current ? ("ScaleUpStabilized", "recent recommendations were lower than current one, applying the lowest recent recommendation")
            : ("ScaleDownStabilized", "recent recommendations were higher than current one, applying the highest recent recommendation");
        var (replicas, limit) = spec.Behavior is null ? Clip(spec, current, stable) : Clip(spec, up, down, current, stable, history, now);
        return new Verdict(replicas, able, replicas != stable, limit);
    }

    // Without behaviour only the way down is held back; with it, the way up is by its own window.
    private static int Stabilize(int current, int desired, TimeSpan? upWindow, TimeSpan downWindow, ScalingHistory history, DateTimeOffset now)
    {
        var highest = history.Recommendations.Where(one => one.At > now - downWindow).Select(one => one.Replicas).Append(desired).Max();
        if (upWindow is not { } window)
        {
            return highest;
        }

        var lowest = history.Recommendations.Where(one => one.At > now - window).Select(one => one.Replicas).Append(desired).Min();
        var stable = Math.Max(current, lowest);
        return Math.Min(stable, highest);
    }

    private static (int Replicas, (string, string) Limit) Clip(HorizontalPodAutoscalerSpec spec, int current, int desired)
    {
        var min = spec.MinReplicas ?? 1;
        var fastest = Math.Max(2 * current, 4);
        var (most, reason) = spec.MaxReplicas > fastest ? (fastest, _tooFast) : (spec.MaxReplicas, _tooMany);
        return desired < min ? (min, _tooFew) : desired > most ? (most, reason) : (desired, _within);
    }

    private static (int Replicas, (string, string) Limit) Clip(
        HorizontalPodAutoscalerSpec spec, HPAScalingRules? up, HPAScalingRules? down, int current, int desired, ScalingHistory history, DateTimeOffset now)
    {
        if (desired > current)
        {
            var limit = Math.Max(current, Rate(up, _upPolicies, current, history, down: false, now));
            var (most, reason) = spec.MaxReplicas > limit ? (limit, _tooFast) : (spec.MaxReplicas, _tooMany);
            return desired > most ? (most, reason) : (desired, _within);
        }

        if (desired < current)
        {
            var limit = Math.Min(current, Rate(down, _downPolicies, current, history, down: true, now));
            var min = spec.MinReplicas ?? 1;
            var (least, reason) = min < limit ? (limit, _tooFastDown) : (min, _tooFew);
            return desired < least ? (least, reason) : (desired, _within);
        }

        return (desired, _within);
    }

    private static int Rate(HPAScalingRules? rules, ValueList<HPAScalingPolicy> fallback, int current, ScalingHistory history, bool down, DateTimeOffset now)
    {
        if (rules?.SelectPolicy == "Disabled")
        {
            return current;
        }

        var policies = rules is null || rules.Policies.IsEmpty ? fallback : rules.Policies;
        var limits = policies.Select(policy =>
        {
            var period = TimeSpan.FromSeconds(policy.PeriodSeconds);
            var start = current - history.Moved(down: false, period, now) + history.Moved(down: true, period, now);
            return (policy.Type, down) switch
            {
                ("Pods", false) => start + policy.Value,
                ("Pods", true) => start - policy.Value,
                (_, false) => (int)Math.Ceiling(start * (1 + (policy.Value / 100.0))),
                (_, true) => (int)(start * (1 - (policy.Value / 100.0))),
            };
        });
        // The policy that allows the most is the default; the furthest from where the replicas are.
        return rules?.SelectPolicy == "Min" == down ? limits.Max() : limits.Min();
    }
}
