using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.Nodes;

namespace Cybernetes.Controllers.Tests.Nodes;

public sealed class NodeDecisionTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ASilentNodeBecomesUnknownAndUnreachable()
    {
        var node = new Node { Status = new NodeStatus { Conditions = [new NodeCondition { Type = "Ready", Status = "True" }] } };

        Assert.Same(node, NodeHealth.Judge(node, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(50), _now));
        var judged = NodeHealth.Judge(node, TimeSpan.FromSeconds(51), TimeSpan.FromSeconds(50), _now);
        Assert.Equal(("Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status."), (judged.Condition("Ready")!.Status, judged.Condition("Ready")!.Reason, judged.Condition("Ready")!.Message));
        Assert.Equal(NodeTaints.Unreachable, NodeHealth.ExecuteTaint(judged));
        Assert.Contains(NodeTaints.WithConditionTaints(judged, _now), taint => taint is { Key: NodeTaints.Unreachable, Effect: "NoSchedule" });
    }

    [Fact]
    public void APodStaysAsLongAsItsShortestTolerationOfTheTaintSays()
    {
        var taint = new Taint { Key = "k", Effect = "NoExecute" };

        Assert.Equal(TimeSpan.Zero, NodeTaints.StayOf([], [taint]));
        Assert.Null(NodeTaints.StayOf([new Toleration { Key = "k", Operator = "Exists" }], [taint]));
        Assert.Equal(TimeSpan.FromSeconds(5), NodeTaints.StayOf([new Toleration { Operator = "Exists", TolerationSeconds = 5 }, new Toleration { Operator = "Exists", TolerationSeconds = 9 }], [taint]));
    }

    [Fact]
    public void NetworksAreHandedOutOnceAndGivenBack()
    {
        var set = new CidrSet(IPNetwork.Parse("10.0.0.0/22"), 24);
        set.Occupy(IPNetwork.Parse("10.0.1.0/24"));

        Assert.Equal("10.0.0.0/24", set.Allocate()!.Value.ToString());
        Assert.Equal("10.0.2.0/24", set.Allocate()!.Value.ToString());
        Assert.Equal("10.0.3.0/24", set.Allocate()!.Value.ToString());
        Assert.Null(set.Allocate());
        set.Release(IPNetwork.Parse("10.0.1.0/24"));
        Assert.Equal("10.0.1.0/24", set.Allocate()!.Value.ToString());
    }

    [Fact]
    public void WhenEveryZoneIsDownNobodyIsEvicted()
    {
        var options = new Hosting.ControllerManagerOptions();
        var down = new Node { Metadata = new ObjectMeta { Name = "a" }, Status = new NodeStatus { Conditions = [new NodeCondition { Type = "Ready", Status = "Unknown" }] } };

        Assert.Equal(ZoneState.FullDisruption, NodeHealth.StateOf([down], 0.55));
        Assert.Equal(0, NodeHealth.RateOf(ZoneState.FullDisruption, 1, allDisrupted: true, options));
        Assert.Equal(0.1, NodeHealth.RateOf(ZoneState.Normal, 10, allDisrupted: false, options));
    }
}
