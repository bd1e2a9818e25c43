using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Controllers.VolumeProtection;

namespace Cybernetes.Controllers.Tests.VolumeProtection;

public sealed class ClaimProtectionTests
{
    [Theory]
    [InlineData("", "Pending", false)]
    [InlineData("n1", "Pending", true)]
    [InlineData("n1", "Running", true)]
    [InlineData("n1", "Succeeded", false)]
    public void APodHoldsItsClaimsFromItsNodeToItsEnd(string node, string phase, bool uses) =>
        Assert.Equal(uses, ClaimProtectionController.Uses(new Pod { Spec = new PodSpec { NodeName = node }, Status = new PodStatus { Phase = phase } }));
}
