using Cybernetes.Api.AppsV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.Deployments;

namespace Cybernetes.Controllers.Tests.Deployments;

public sealed class RolloutsTests
{
    private static Deployment Wanting(int replicas, IntOrString surge, IntOrString unavailable) => new()
    {
        Spec = new DeploymentSpec
        {
            Replicas = replicas,
            Strategy = new DeploymentStrategy { Type = "RollingUpdate", RollingUpdate = new RollingUpdateDeployment { MaxSurge = surge, MaxUnavailable = unavailable } },
        },
    };

    private static ReplicaSet Set(string name, int replicas, int available, string max = "") => new()
    {
        Metadata = new ObjectMeta { Name = name, Annotations = max.Length > 0 ? ValueMap.Of((RevisionAnnotations.MaxReplicas, max)) : default },
        Spec = new ReplicaSetSpec { Replicas = replicas },
        Status = new ReplicaSetStatus { Replicas = replicas, AvailableReplicas = available },
    };

    [Theory]
    [InlineData(10, "25%", "25%", 3, 2)]
    [InlineData(1, "25%", "25%", 1, 0)]
    [InlineData(10, "0%", "0%", 0, 1)]
    public void SurgeRoundsUpAndUnavailabilityDownAndOneOfThemIsNotZero(int replicas, string surge, string unavailable, int maxSurge, int maxUnavailable)
    {
        var deployment = Wanting(replicas, surge, unavailable);

        Assert.Equal(maxSurge, Rollouts.MaxSurge(deployment));
        Assert.Equal(maxUnavailable, Rollouts.MaxUnavailable(deployment));
    }

    [Fact]
    public void TheNewSetGrowsOnlyIntoTheRoomThatSurgeLeaves()
    {
        var deployment = Wanting(10, 2, 0);

        Assert.Equal(2, Rollouts.NewSize(deployment, [Set("old", 10, 10)], 0));
        Assert.Equal(3, Rollouts.NewSize(deployment, [Set("old", 9, 9), Set("new", 2, 2)], 2));
    }

    [Fact]
    public void OldPodsThatAreNotAvailableGoFirst()
    {
        var deployment = Wanting(10, 0, 2);
        var sizes = Rollouts.ScaleDownOld(deployment, [Set("a", 5, 3), Set("b", 5, 5)], Set("new", 0, 0));

        Assert.Equal(3, sizes["a"]);
        Assert.False(sizes.ContainsKey("b"));
    }

    [Fact]
    public void AScaledRolloutKeepsItsProportions()
    {
        var sizes = Rollouts.Proportions(Wanting(20, 0, 5), [Set("a", 6, 6, "10"), Set("b", 4, 4, "10")]);

        Assert.Equal(12, sizes["a"]);
        Assert.Equal(8, sizes["b"]);
    }
}
