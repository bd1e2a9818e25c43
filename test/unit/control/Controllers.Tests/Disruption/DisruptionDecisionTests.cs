using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Controllers.Disruption;

namespace Cybernetes.Controllers.Tests.Disruption;

public sealed class DisruptionDecisionTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static List<Pod> Ready(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Pod
        {
            Metadata = new ObjectMeta { Name = $"p{i}" },
            Status = new PodStatus { Conditions = [new PodCondition { Type = "Ready", Status = "True", LastTransitionTime = _now }] },
        }),
    ];

    [Theory]
    [InlineData("2", null, 3, 1)]
    [InlineData("50%", null, 3, 1)]
    [InlineData(null, "1", 3, 1)]
    [InlineData(null, "50%", 3, 2)]
    [InlineData("4", null, 3, 0)]
    public void SoManyMayGo(string? least, string? most, int ready, int allowed)
    {
        var budget = new PodDisruptionBudget
        {
            Spec = new PodDisruptionBudgetSpec
            {
                MinAvailable = least is null ? (IntOrString?)null : IntOrString.Parse(least),
                MaxUnavailable = most is null ? (IntOrString?)null : IntOrString.Parse(most),
            },
        };

        var status = DisruptionDecision.Status(budget, Ready(ready), ready, _now);

        Assert.Equal(allowed, status.DisruptionsAllowed);
        Assert.Equal(allowed > 0 ? "SufficientPods" : "InsufficientPods", status.Conditions[0].Reason);
    }

    [Fact]
    public void APodWhoseEvictionWasGrantedCountsAsGoneForTwoMinutes()
    {
        var budget = new PodDisruptionBudget
        {
            Spec = new PodDisruptionBudgetSpec { MinAvailable = 2 },
            Status = new PodDisruptionBudgetStatus { DisruptedPods = ValueMap.Of(("p0", new Time(_now))) },
        };

        Assert.Equal(0, DisruptionDecision.Status(budget, Ready(3), 3, _now).DisruptionsAllowed);
        Assert.Equal(1, DisruptionDecision.Status(budget, Ready(3), 3, _now.AddMinutes(2)).DisruptionsAllowed);
    }
}
