using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Containerd.Tests;

public sealed class PodTests(ContainerdFixture containerd)
{
    [Fact]
    public async Task APodRunsToSuccessAndItsLogCanBeRead()
    {
        var node = await containerd.NodeAsync();

        node.Create(TestPods.Run("hello", "echo hello world"));
        var pod = await node.UntilPhaseAsync("hello", "Succeeded");

        Assert.Equal("Completed", pod.Status.ContainerStatuses[0].State.Terminated?.Reason);
        Assert.Equal("hello world\n", await node.LogsAsync("hello"));
        Assert.Contains("Normal Created Container created", node.EventsOf("hello"));
        Assert.Contains("Normal Started Container started", node.EventsOf("hello"));
    }

    [Fact]
    public async Task AServerBecomesReadyHasAnAddressAndEndsWhenDeleted()
    {
        var node = await containerd.NodeAsync();

        node.Create(TestPods.Run("server", TestPods.Server) is var p ? p with { Spec = p.Spec with { RestartPolicy = "Always" } } : null!);
        var pod = await node.UntilReadyAsync("server");

        Assert.Equal("Running", pod.Status.Phase);
        Assert.StartsWith("10.222.", pod.Status.PodIP, StringComparison.Ordinal);
        Assert.Equal("BestEffort", pod.Status.QosClass);
        Assert.Equal(["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"], pod.Status.Conditions.Select(c => c.Type));

        node.Api.DeletePod("default", "server");
        await node.UntilGoneAsync("server");
        Assert.Contains("Normal Killing Stopping container main", node.EventsOf("server"));
    }

    [Fact]
    public async Task AFailingPodThatMayNotRestartFailsWithItsExitCode()
    {
        var node = await containerd.NodeAsync();

        node.Create(TestPods.Run("fails", "exit 3"));
        var pod = await node.UntilPhaseAsync("fails", "Failed");

        Assert.Equal((3, "Error"), (pod.Status.ContainerStatuses[0].State.Terminated!.ExitCode, pod.Status.ContainerStatuses[0].State.Terminated!.Reason));
    }
}
