using Cybernetes.Api.CoreV1;

namespace Cybernetes.Api.Rules.Scheduling;

/// <summary>A port taken on a node's own addresses.</summary>
public readonly record struct HostPort(string Protocol, string Ip, int Port)
{
    /// <summary>The host ports of a pod, those of restartable init containers among them.</summary>
    public static HostPort[] Of(Pod pod)
    {
        List<HostPort>? ports = null;
        foreach (var container in pod.Spec.Containers)
        {
            Add(container, ref ports);
        }

        foreach (var container in pod.Spec.InitContainers)
        {
            if (container.RestartPolicy == "Always")
            {
                Add(container, ref ports);
            }
        }

        return ports?.ToArray() ?? [];
    }

    /// <summary>True when both cannot be taken at once: same protocol and port, and one address or a wildcard.</summary>
    public bool ConflictsWith(HostPort other) =>
        Port == other.Port && Protocol == other.Protocol && (Ip == other.Ip || Ip == "0.0.0.0" || other.Ip == "0.0.0.0");

    private static void Add(Container container, ref List<HostPort>? ports)
    {
        foreach (var port in container.Ports)
        {
            if (port.HostPort > 0)
            {
                (ports ??= []).Add(new(port.Protocol.Length == 0 ? "TCP" : port.Protocol, port.HostIP.Length == 0 ? "0.0.0.0" : port.HostIP, port.HostPort));
            }
        }
    }
}
