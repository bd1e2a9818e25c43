using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.StatefulSets;

namespace Cybernetes.Controllers.Tests.StatefulSets;

public sealed class StatefulDecisionTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static StatefulSet Set(int replicas, int? partition = null, string policy = "OrderedReady") => new()
    {
        Metadata = new ObjectMeta { Name = "db", Namespace = "n" },
        Spec = new StatefulSetSpec
        {
            Replicas = replicas,
            PodManagementPolicy = policy,
            UpdateStrategy = new StatefulSetUpdateStrategy { Type = "RollingUpdate", RollingUpdate = new RollingUpdateStatefulSetStrategy { Partition = partition } },
        },
    };

    private static Pod PodOf(int ordinal, string revision = "new", bool ready = true) => new()
    {
        Metadata = new ObjectMeta { Name = $"db-{ordinal}", Namespace = "n", Labels = ValueMap.Of((StatefulPods.RevisionLabel, revision)) },
        Status = new PodStatus
        {
            Phase = "Running",
            Conditions = [new PodCondition { Type = "Ready", Status = ready ? "True" : "False", LastTransitionTime = _now }],
        },
    };

    private static List<string> Acts(StatefulSet set, params Pod[] pods) =>
        [.. StatefulDecision.Decide(set, pods, "old", "new", _now).Where(step => step.Kind is not StatefulStepKind.Tend).Select(step => $"{step.Kind} {step.Ordinal}")];

    [Fact]
    public void AnOrderedSetMakesOnePodAtATimeAndWaitsForIt()
    {
        Assert.Equal(["Create 0"], Acts(Set(3)));
        Assert.Empty(Acts(Set(3), PodOf(0, ready: false)));
        Assert.Equal(["Create 1"], Acts(Set(3), PodOf(0)));
    }

    [Fact]
    public void AParallelSetMakesAllAtOnce() => Assert.Equal(["Create 0", "Create 1", "Create 2"], Acts(Set(3, policy: "Parallel")));

    [Fact]
    public void ScalingDownTakesTheHighestFirst() => Assert.Equal(["Delete 2"], Acts(Set(1), PodOf(0), PodOf(1), PodOf(2)));

    [Fact]
    public void AnUpdateGoesFromTheTopDownToThePartition()
    {
        Assert.Equal(["Delete 2"], Acts(Set(3), PodOf(0, "old"), PodOf(1, "old"), PodOf(2, "old")));
        Assert.Equal(["Delete 1"], Acts(Set(3, partition: 1), PodOf(0, "old"), PodOf(1, "old"), PodOf(2)));
        Assert.Empty(Acts(Set(3, partition: 2), PodOf(0, "old"), PodOf(1, "old"), PodOf(2)));
    }

    [Fact]
    public void APodBelowThePartitionComesBackOfTheOldRevision() =>
        Assert.True(StatefulDecision.Decide(Set(2, partition: 1), [PodOf(1)], "old", "new", _now)[0].Current);
}
