using Cybernetes.Controllers.NodeTtl;

namespace Cybernetes.Controllers.Tests.NodeTtl;

public sealed class TtlDecisionTests
{
    [Theory]
    [InlineData(100, 0, 0)]
    [InlineData(101, 0, 15)]
    [InlineData(95, 1, 15)]
    [InlineData(89, 1, 0)]
    [InlineData(5000, 0, 300)]
    public void LargerClustersTrustTheirCachesForLongerAndDoNotSwingAtABorder(int nodes, int before, int seconds) =>
        Assert.Equal(seconds, TtlDecision.SecondsOf(TtlDecision.StepOf(nodes, before)));
}
