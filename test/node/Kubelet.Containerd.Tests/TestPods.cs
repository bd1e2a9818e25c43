using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Containerd.Tests;

internal static class TestPods
{
    public static Container Shell(string script, string name = "main") => new()
    {
        Name = name, Image = ContainerdFixture.Busybox, ImagePullPolicy = "IfNotPresent", Command = ["sh", "-c", script],
    };

    public static Pod Of(string name, params Container[] containers) => new()
    {
        Metadata = new() { Name = name },
        Spec = new() { Containers = containers.ToValueList(), RestartPolicy = "Never", TerminationGracePeriodSeconds = 2 },
    };

    public static Pod Run(string name, string script) => Of(name, Shell(script));

    /// <summary>Sleeps until told to stop, and then stops at once.</summary>
    public const string Server = "trap 'exit 0' TERM; while true; do sleep 0.1; done";
}
