using Cybernetes.Api.CoreV1;
using Cybernetes.Scheduler.Explaining;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;
using static Cybernetes.Scheduler.Tests.TestObjects;

namespace Cybernetes.Scheduler.Tests.Explaining;

public sealed class ExplanationTests
{
    [Fact]
    public void EveryNodeIsAnsweredForWithWhatWouldHelp()
    {
        var tainted = Node("b") with { Spec = new NodeSpec { Unschedulable = true, Taints = [new Taint { Key = "dedicated", Value = "db", Effect = "NoSchedule" }] } };
        var pod = Pod("web", cpu: "3");
        var view = View(new ListedObjects(), Node("a", cpu: "2"), tainted, Node("c"));
        view.Nodes[2].Add(Pod("there", cpu: "2"));

        Assert.Equal(
            """
            pod default/web: fits none of 3 nodes
              asks for cpu 3000m

            a: does not fit
              NodeResourcesFit: Insufficient cpu
                asks for 3000m, more than the 2000m that the node has in all

            c: does not fit
              NodeResourcesFit: Insufficient cpu
                asks for 3000m, but only 2000m of 4000m are free: 1000m less would fit

            b: does not fit
              NodeUnschedulable: node(s) were unschedulable
                uncordon the node: kubectl uncordon b
              TaintToleration: node(s) had untolerated taint(s)
                tolerate the taint dedicated=db:NoSchedule, or take it off the node

            """,
            Explanation.Of(pod, new SchedulingAlgorithm(Profile.Default, ties => ties[0]).Explain(pod, view)));
    }

    [Fact]
    public void ANodeThatFitsIsNamedFirst()
    {
        var pod = Pod("web", cpu: "3");
        var text = Explanation.Of(pod, new SchedulingAlgorithm(Profile.Default, ties => ties[0]).Explain(pod, View(new ListedObjects(), Node("small", cpu: "1"), Node("large"))));
        Assert.StartsWith("pod default/web: fits 1 of 2 nodes\n  asks for cpu 3000m\n\nlarge: fits\n", text, StringComparison.Ordinal);
    }
}
