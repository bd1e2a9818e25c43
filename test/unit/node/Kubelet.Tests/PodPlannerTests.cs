using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.Containers;

namespace Cybernetes.Kubelet.Tests;

public sealed class PodPlannerTests
{
    private static readonly Container A = new() { Name = "a", Image = "i" };
    private static readonly Container B = new() { Name = "b", Image = "i" };
    private static readonly Container Init = new() { Name = "init", Image = "i" };
    private static readonly Container Side = new() { Name = "side", Image = "i", RestartPolicy = "Always" };

    private static Pod Pod(string policy, ValueList<Container> init, params Container[] containers) => new()
    {
        Metadata = new() { Name = "p", Namespace = "n", Uid = "u" },
        Spec = new() { RestartPolicy = policy, InitContainers = init, Containers = containers.ToValueList() },
    };

    private static ContainerRecord Record(Container c, RunState state, int exitCode = 0) => new()
    {
        Id = c.Name + "-id", Name = c.Name, State = state, ExitCode = exitCode, Hash = ContainerLabels.SpecHash(c),
    };

    private static PodRuntime Runtime(params ContainerRecord[] records) =>
        new("u", "p", "n", [new SandboxRecord("s", 0, true, default, ["10.0.0.1"], false, "")], records);

    private static PodPlan Plan(Pod pod, PodRuntime runtime, bool? liveness = null, bool? startup = null) => PodPlanner.Plan(pod, runtime, _ => new(liveness, startup));

    private static IEnumerable<string> Names(IEnumerable<Container> containers) => containers.Select(c => c.Name);

    [Fact]
    public void ANewPodGetsASandboxAndItsFirstInitContainer()
    {
        var plan = Plan(Pod("Always", [Init], A), PodRuntime.None("u", "p", "n"));

        Assert.True(plan.CreateSandbox);
        Assert.Equal(["init"], Names(plan.InitToStart));
        Assert.Empty(plan.ToStart);
    }

    [Fact]
    public void RegularContainersStartOnceEveryInitContainerHasSucceeded()
    {
        Assert.Empty(Plan(Pod("Always", [Init], A, B), Runtime(Record(Init, RunState.Running))).ToStart);
        Assert.Equal(["a", "b"], Names(Plan(Pod("Always", [Init], A, B), Runtime(Record(Init, RunState.Exited))).ToStart));
    }

    [Theory]
    [InlineData("Never", true, 0)]
    [InlineData("OnFailure", false, 1)]
    public void AFailedInitContainerEndsThePodOrRunsAgain(string policy, bool kill, int starts)
    {
        var plan = Plan(Pod(policy, [Init], A), Runtime(Record(Init, RunState.Exited, 1)));

        Assert.Equal((kill, starts), (plan.KillPod, plan.InitToStart.Count));
    }

    [Fact]
    public void ASidecarLetsTheNextStartWhenItHasStartedAndRunsAgainWheneverItEnds()
    {
        var probed = Side with { StartupProbe = Probe.Empty };
        Assert.Empty(Plan(Pod("Never", [probed, Init], A), Runtime(Record(probed, RunState.Running))).InitToStart);
        Assert.Equal(["init"], Names(Plan(Pod("Never", [probed, Init], A), Runtime(Record(probed, RunState.Running)), startup: true).InitToStart));
        Assert.Equal(["side"], Names(Plan(Pod("Never", [Side], A), Runtime(Record(A, RunState.Running), Record(Side, RunState.Exited, 1))).InitToStart));
    }

    [Theory]
    [InlineData("Always", 0, true)]
    [InlineData("OnFailure", 0, false)]
    [InlineData("OnFailure", 1, true)]
    [InlineData("Never", 1, false)]
    public void ThePolicyDecidesWhetherAnEndedContainerRunsAgain(string policy, int exitCode, bool again)
    {
        var plan = Plan(Pod(policy, [], A, B), Runtime(Record(A, RunState.Exited, exitCode), Record(B, RunState.Running)));

        Assert.Equal(again, plan.ToStart.Count == 1);
        Assert.False(plan.KillPod);
    }

    [Fact]
    public void WhenNothingIsLeftToRunThePodIsEnded() => Assert.True(Plan(Pod("Never", [Side], A), Runtime(Record(A, RunState.Exited), Record(Side, RunState.Running))).KillPod);

    [Fact]
    public void AFailedLivenessProbeReplacesTheContainer()
    {
        var plan = Plan(Pod("Always", [], A), Runtime(Record(A, RunState.Running)), liveness: false);

        Assert.Equal("Container a failed liveness probe, will be restarted", Assert.Single(plan.ToKill).Message);
        Assert.Equal(["a"], Names(plan.ToStart));
    }

    [Fact]
    public void AnotherImageReplacesTheContainer()
    {
        var plan = Plan(Pod("Always", [], A with { Image = "other" }), Runtime(Record(A, RunState.Running)));

        Assert.Equal("Container a definition changed, will be restarted", Assert.Single(plan.ToKill).Message);
    }

    [Fact]
    public void ADeadSandboxIsReplacedWithEverythingInIt()
    {
        var runtime = Runtime(Record(A, RunState.Exited, 137)) with { Sandboxes = [new SandboxRecord("s", 2, false, default, [], false, "")] };

        var plan = Plan(Pod("Always", [], A), runtime);

        Assert.Equal((true, true, 3u), (plan.KillPod, plan.CreateSandbox, plan.Attempt));
    }

    [Fact]
    public void ARuleOnExitCodesGoesBeforeThePolicy()
    {
        var ruled = A with { RestartPolicy = "Never", RestartPolicyRules = [new() { Action = "Restart", ExitCodes = new() { Operator = "In", Values = [42] } }] };

        Assert.Equal(["a"], Names(Plan(Pod("Never", [], ruled, B), Runtime(Record(ruled, RunState.Exited, 42), Record(B, RunState.Running))).ToStart));
        Assert.Empty(Plan(Pod("Never", [], ruled, B), Runtime(Record(ruled, RunState.Exited, 1), Record(B, RunState.Running))).ToStart);
    }
}
