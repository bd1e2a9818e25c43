using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Tests;

public sealed class PodAdmissionTests
{
    private static readonly Node Here = new() { Metadata = new() { Name = "here", Labels = ValueMap.Of(("zone", "a")) } };

    [Fact]
    public void APortOfTheHostThatAnotherPodHasIsRefused()
    {
        var (reason, message) = Check(WithPort("", 80), WithPort("127.0.0.1", 80)) ?? default;

        Assert.Equal("NodePorts", reason);
        Assert.Equal("Pod was rejected: Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports", message);
    }

    [Theory]
    [InlineData("127.0.0.2", 80)]
    [InlineData("", 81)]
    public void AnotherAddressOrPortIsFree(string ip, int port) => Assert.Null(Check(WithPort(ip, port), WithPort("127.0.0.1", 80)));

    [Fact]
    public void ARequiredAffinityThatTheNodeDoesNotMeetIsRefused()
    {
        NodeSelectorTerm term = new() { MatchExpressions = [new() { Key = "zone", Operator = "In", Values = ["b"] }] };
        Affinity affinity = new() { NodeAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = new() { NodeSelectorTerms = [term] } } };

        Assert.Equal("NodeAffinity", Check(new Pod { Spec = new() { Affinity = affinity } })?.Reason);
    }

    [Fact]
    public void OnlyTaintsThatEvictKeepAPodAway()
    {
        Assert.Null(PodAdmission.Check(new Pod(), [], Tainted("NoSchedule"), new()));
        Assert.Equal("TaintToleration", PodAdmission.Check(new Pod(), [], Tainted("NoExecute"), new())?.Reason);
    }

    private static Node Tainted(string effect) => Here with { Spec = new() { Taints = [new() { Key = "k", Effect = effect }] } };

    private static (string Reason, string Message)? Check(Pod pod, params IReadOnlyList<Pod> others) => PodAdmission.Check(pod, others, Here, new());

    private static Pod WithPort(string ip, int port) => new() { Spec = new() { Containers = [new() { Ports = [new() { HostIP = ip, HostPort = port }] }] } };
}
