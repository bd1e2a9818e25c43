using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.ResourceV1;
using Cybernetes.Controllers.ResourceClaims;
using ResourceClaim = Cybernetes.Api.ResourceV1.ResourceClaim;

namespace Cybernetes.Controllers.Tests.ResourceClaims;

public sealed class ClaimDecisionTests
{
    private static readonly ResourceClaim _claim = new()
    {
        Metadata = new ObjectMeta { Name = "c", Namespace = "default" },
        Status = new ResourceClaimStatus
        {
            Allocation = new AllocationResult(),
            ReservedFor = [new ResourceClaimConsumerReference { Resource = "pods", Name = "a", Uid = "1" }, new ResourceClaimConsumerReference { Resource = "pods", Name = "b", Uid = "2" }],
        },
    };

    [Fact]
    public void AUserThatIsGoneIsTakenOutAndTheAllocationStaysForTheOthers()
    {
        var released = ClaimDecision.Release(_claim, user => user.Uid == "1");
        Assert.Equal("b", Assert.Single(released.Status.ReservedFor).Name);
        Assert.NotNull(released.Status.Allocation);
    }

    [Fact]
    public void WithoutUsersTheClaimIsFreed() => Assert.Null(ClaimDecision.Release(_claim, _ => true).Status.Allocation);

    [Fact]
    public void AnAllocationThatNobodyHasUsedYetStays()
    {
        var fresh = _claim with { Status = _claim.Status with { ReservedFor = [] } };
        Assert.Equal(fresh, ClaimDecision.Release(fresh, _ => true));
    }

    [Fact]
    public void AGeneratedClaimIsThePodsAndFoundAgain()
    {
        var pod = new Pod { Metadata = new ObjectMeta { Name = "p", Namespace = "default", Uid = "pu" } };
        var wanted = new PodResourceClaim { Name = "gpu", ResourceClaimTemplateName = "t" };
        var claim = ClaimDecision.Generate(pod, wanted, new ResourceClaimTemplate());
        Assert.Equal("p-gpu-", claim.Metadata.GenerateName);
        Assert.Same(claim, ClaimDecision.Made(pod, wanted, [claim]));
        Assert.Null(ClaimDecision.Made(pod, wanted with { Name = "other" }, [claim]));
    }
}
