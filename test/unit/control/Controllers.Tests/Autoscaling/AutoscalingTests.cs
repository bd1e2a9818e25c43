using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.Autoscaling;

namespace Cybernetes.Controllers.Tests.Autoscaling;

public sealed class AutoscalingTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Tolerances _tenth = new(0.1, 0.1);

    private static Pod Pod(string name, string phase = "Running", bool ready = true) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Status = new PodStatus
        {
            Phase = phase,
            StartTime = _now.AddHours(-1),
            Conditions = [new PodCondition { Type = "Ready", Status = ready ? "True" : "False", LastTransitionTime = _now.AddHours(-1) }],
        },
    };

    private static ReplicaCalculator.Proposal Utilization(int current, int target, Pod[] pods, params (string Name, long Milli)[] used)
    {
        var metrics = used.ToDictionary(one => one.Name, one => new PodMetric(one.Milli, _now, TimeSpan.FromMinutes(1)));
        var groups = PodGroups.Of(pods, metrics, cpu: true, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30), _now);
        return ReplicaCalculator.ByUtilization(current, target, pods, groups, metrics, pods.ToDictionary(pod => pod.Metadata.Name, _ => 1000L), _tenth);
    }

    [Fact]
    public void TwiceTheTargetCallsForTwiceTheReplicas() =>
        Assert.Equal(new(6, 600, 60), Utilization(3, 30, [Pod("a"), Pod("b"), Pod("c")], ("a", 300), ("b", 500), ("c", 1000)));

    [Fact]
    public void WithinTheToleranceNothingChanges() => Assert.Equal(3, Utilization(3, 100, [Pod("a"), Pod("b"), Pod("c")], ("a", 1010), ("b", 1030), ("c", 1020)).Replicas);

    [Fact]
    public void PodsThatStartCountAsUsingNothingOnTheWayUp() =>
        Assert.Equal(4, Utilization(3, 30, [Pod("a", "Pending"), Pod("b"), Pod("c")], ("b", 500), ("c", 700)).Replicas);

    [Fact]
    public void PodsWithoutMeasurementCountAsFullOnTheWayDown() => Assert.Equal(3, Utilization(4, 50, [Pod("a"), Pod("b"), Pod("c"), Pod("d")], ("a", 100), ("b", 100), ("c", 100)).Replicas);

    [Fact]
    public void ASharedValueIsDividedByItsTarget() => Assert.Equal(4, ReplicaCalculator.ByShare(2, 8000, 2000, _tenth).Replicas);

    [Fact]
    public void WithoutBehaviourTheWayUpIsDoublingAndTheWayDownWaits()
    {
        var spec = new HorizontalPodAutoscalerSpec { MaxReplicas = 100 };
        var up = ScalingLimits.Apply(spec, 10, 50, ScalingHistory.Empty, TimeSpan.FromMinutes(5), _now);
        Assert.Equal((20, "ScaleUpLimit"), (up.Replicas, up.Limit.Reason));
        var history = ScalingHistory.Empty.Recommend(8, _now.AddMinutes(-4)).Recommend(3, _now);
        var down = ScalingLimits.Apply(spec, 10, 3, history, TimeSpan.FromMinutes(5), _now);
        Assert.Equal((8, "ScaleDownStabilized"), (down.Replicas, down.Able.Reason));
        Assert.Equal(3, ScalingLimits.Apply(spec, 10, 3, history, TimeSpan.FromMinutes(3), _now).Replicas);
    }

    [Fact]
    public void PoliciesLimitWhatIsDoneInTheirPeriod()
    {
        var spec = new HorizontalPodAutoscalerSpec
        {
            MaxReplicas = 100,
            Behavior = new HorizontalPodAutoscalerBehavior
            {
                ScaleUp = new HPAScalingRules { Policies = [new HPAScalingPolicy { Type = "Pods", Value = 4, PeriodSeconds = 60 }] },
                ScaleDown = new HPAScalingRules { SelectPolicy = "Disabled" },
            },
        };
        var verdict = ScalingLimits.Apply(spec, 13, 50, ScalingHistory.Empty.Change(3, _now.AddSeconds(-30)), TimeSpan.FromMinutes(5), _now);
        Assert.Equal((14, true, "ScaleUpLimit"), (verdict.Replicas, verdict.Limited, verdict.Limit.Reason));
        Assert.Equal(13, ScalingLimits.Apply(spec, 13, 1, ScalingHistory.Empty, TimeSpan.Zero, _now).Replicas);
    }
}
