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

    [Theory]
    [InlineData("Retain", "Retain", 0, "")]
    [InlineData("Delete", "Retain", 0, "StatefulSet")]
    [InlineData("Delete", "Retain", 5, "StatefulSet")]
    [InlineData("Retain", "Delete", 0, "")]
    [InlineData("Retain", "Delete", 5, "Pod")]
    [InlineData("Delete", "Delete", 0, "StatefulSet")]
    [InlineData("Delete", "Delete", 5, "Pod")]
    public void AClaimIsOwnedByWhatItShallGoWith(string whenDeleted, string whenScaled, int ordinal, string owner)
    {
        var set = Set(1);
        set = set with { Spec = set.Spec with { PersistentVolumeClaimRetentionPolicy = new StatefulSetPersistentVolumeClaimRetentionPolicy { WhenDeleted = whenDeleted, WhenScaled = whenScaled } } };

        var owners = StatefulPods.ClaimOwners(set, new PersistentVolumeClaim(), PodOf(ordinal), ordinal);

        Assert.Equal(owner.Length == 0 ? [] : [(owner, true)], owners.Select(one => (one.Kind, one.Controller == true)));
        var foreign = new OwnerReference { ApiVersion = "v1", Kind = "Other", Name = "o", Uid = "u", Controller = true };
        Assert.Equal([foreign], StatefulPods.ClaimOwners(set, new PersistentVolumeClaim { Metadata = new ObjectMeta { OwnerReferences = [foreign] } }, PodOf(ordinal), ordinal));
    }
}
