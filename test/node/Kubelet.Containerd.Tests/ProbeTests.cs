using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Containerd.Tests;

public sealed class ProbeTests(ContainerdFixture containerd)
{
    private static Pod Probed(string name, string script, Func<Container, Container> change)
    {
        var pod = TestPods.Run(name, script);
        return pod with { Spec = pod.Spec with { RestartPolicy = "Always", Containers = [change(pod.Spec.Containers[0])] } };
    }

    private static Probe Exec(string command) => new() { Handler = new() { Exec = new() { Command = ["sh", "-c", command] } }, PeriodSeconds = 1, FailureThreshold = 1 };

    [Fact]
    public async Task AFailedLivenessProbeRestartsTheContainer()
    {
        var node = await containerd.NodeAsync();
        node.Create(Probed("liveness", "touch /tmp/health; sleep 2; rm /tmp/health; " + TestPods.Server, c => c with { LivenessProbe = Exec("cat /tmp/health") }));

        await node.UntilAsync("liveness", p => p.Status.ContainerStatuses.Any(s => s.RestartCount >= 1), 40);

        Assert.Contains(node.EventsOf("liveness"), e => e.StartsWith("Warning Unhealthy Liveness probe failed: cat: can't open '/tmp/health'", StringComparison.Ordinal));
        Assert.Contains("Normal Killing Container main failed liveness probe, will be restarted", node.EventsOf("liveness"));
    }

    [Fact]
    public async Task ReadinessFollowsItsProbeByHttpAndTcp()
    {
        var node = await containerd.NodeAsync();
        const string Script = "mkdir /www; httpd -p 8080 -h /www; sleep 2; echo ok > /www/ok; " + TestPods.Server;
        node.Create(Probed("readiness", Script, c => c with
        {
            Ports = [new() { Name = "web", ContainerPortValue = 8080 }],
            ReadinessProbe = new() { Handler = new() { HttpGet = new() { Path = "/ok", Port = "web" } }, PeriodSeconds = 1 },
            LivenessProbe = new() { Handler = new() { TcpSocket = new() { Port = 8080 } }, PeriodSeconds = 1, InitialDelaySeconds = 1 },
        }));
        await node.UntilAsync("readiness", p => p.Status.Conditions.Any(c => c is { Type: "Ready", Status: "False", Reason: "ContainersNotReady", Message: "containers with unready status: [main]" }) && p.Status.Phase == "Running");
        var pod = await node.UntilReadyAsync("readiness");

        Assert.Equal(0, pod.Status.ContainerStatuses[0].RestartCount);
        Assert.Contains("Warning Unhealthy Readiness probe failed: HTTP probe failed with statuscode: 404", node.EventsOf("readiness"));
    }

    [Fact]
    public async Task AStartupProbeHoldsBackTheOthersUntilItSucceeds()
    {
        var node = await containerd.NodeAsync();
        node.Create(Probed("startup", "sleep 2; touch /tmp/up; " + TestPods.Server, c => c with
        {
            StartupProbe = Exec("cat /tmp/up") with { FailureThreshold = 30 },
            LivenessProbe = Exec("cat /tmp/up"),
        }));
        await node.UntilAsync("startup", p => p.Status.ContainerStatuses.Any(s => s is { Started: false, State.Running: not null }));
        var pod = await node.UntilReadyAsync("startup");

        Assert.Equal((true, 0), (pod.Status.ContainerStatuses[0].Started, pod.Status.ContainerStatuses[0].RestartCount));
    }
}
