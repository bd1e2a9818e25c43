using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Kubelet.Resources;

namespace Cybernetes.Kubelet.Pods;

/// <summary>Whether a pod may start on this node at all; what is refused fails at once. Pure.</summary>
internal static class PodAdmission
{
    private static readonly HashSet<string> SafeSysctls =
    [
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start",
        "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
        "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem",
    ];

    /// <summary>Null when the pod may run, else the reason and message of its failure.</summary>
    public static (string Reason, string Message)? Check(Pod pod, IReadOnlyList<Pod> others, Node? node, KubeletOptions options)
    {
        foreach (var sysctl in pod.Spec.SecurityContext?.Sysctls ?? default)
        {
            var name = sysctl.Name.Replace('/', '.');
            if (!SafeSysctls.Contains(name) && !options.AllowedUnsafeSysctls.Any(a => a == name || (a.EndsWith('*') && name.StartsWith(a[..^1], StringComparison.Ordinal))))
            {
                return ("SysctlForbidden", $"forbidden sysctl: \"{sysctl.Name}\" not allowlisted");
            }
        }

        if (pod.Spec.Os is { Name: not "linux" })
        {
            return ("PodOSNotSupported", "Failed to admit pod as the OS field doesn't match node OS");
        }

        if (node is null || pod.IsStatic)
        {
            return null;
        }

        if (others.Count + 1 > options.MaxPods)
        {
            return ("OutOfpods", Insufficient("pods", 1, others.Count, options.MaxPods));
        }

        var asked = PodResources.Requests(pod);
        foreach (var (name, quantity) in asked)
        {
            if (quantity.IsZero || !node.Status.Allocatable.TryGetValue(name, out var capacity))
            {
                continue;
            }

            var isCpu = name == "cpu";
            long Units(Quantity q) => isCpu ? q.MilliValue : q.Value;
            var used = others.Sum(o => PodResources.Requests(o).TryGetValue(name, out var u) ? Units(u) : 0);
            if (used + Units(quantity) > Units(capacity))
            {
                return ("OutOf" + name, Insufficient(name, Units(quantity), used, Units(capacity)));
            }
        }

        return Predicates(pod, others, node);
    }

    /// <summary>What the scheduler would have refused too; a pod may have been bound without it.</summary>
    private static (string Reason, string Message)? Predicates(Pod pod, IReadOnlyList<Pod> others, Node node)
    {
        if (!NodeSelectors.Accepts(pod.Spec, node))
        {
            return Failed("NodeAffinity", "node(s) didn't match Pod's node affinity/selector");
        }

        if (pod.Spec.NodeName.Length > 0 && pod.Spec.NodeName != node.Metadata.Name)
        {
            return Failed("NodeName", "node(s) didn't match the requested node name");
        }

        var ports = HostPort.Of(pod);
        if (ports.Length > 0 && others.SelectMany(HostPort.Of).Any(taken => ports.Any(taken.ConflictsWith)))
        {
            return Failed("NodePorts", "node(s) didn't have free ports for the requested pod ports");
        }

        return node.Spec.Taints.Any(t => t.Effect == "NoExecute" && !Taints.Tolerate(pod.Spec.Tolerations, t))
            ? Failed("TaintToleration", "node(s) had taints that the pod didn't tolerate")
            : null;

        static (string, string) Failed(string predicate, string why) => (predicate, $"Pod was rejected: Predicate {predicate} failed: {why}");
    }

    private static string Insufficient(string resource, long requested, long used, long capacity) => string.Create(
        CultureInfo.InvariantCulture,
        $"Pod was rejected: Node didn't have enough resource: {resource}, requested: {requested}, used: {used}, capacity: {capacity}");
}
