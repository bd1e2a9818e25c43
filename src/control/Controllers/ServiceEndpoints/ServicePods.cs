using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.ServiceEndpoints;

/// <summary>What the endpoint controllers read of Services and pods: pure functions, and the wiring from pods to the Services that select them.</summary>
internal static class ServicePods
{
    public const string LastChangeAnnotation = "endpoints.kubernetes.io/last-change-trigger-time";
    public const string HeadlessLabel = "service.kubernetes.io/headless";

    /// <summary>Adds the Services that a pod's change concerns to a queue.</summary>
    public static void Join(SharedInformer<Service> services, SharedInformer<Pod> pods, WorkQueue<NamespacedName> queue)
    {
        void Concerns(ValueMap<string> labels, string @namespace)
        {
            foreach (var service in services.List(@namespace))
            {
                if (!service.Spec.Selector.IsEmpty && Selects(service, labels))
                {
                    queue.Add(NamespacedName.Of(service));
                }
            }
        }

        pods.AddHandler(
            pod => Concerns(pod.Metadata.Labels, pod.Metadata.Namespace),
            (before, after) =>
            {
                if (!IsAlike(before, after))
                {
                    Concerns(after.Metadata.Labels, after.Metadata.Namespace);
                }

                if (before.Metadata.Labels != after.Metadata.Labels)
                {
                    Concerns(before.Metadata.Labels, before.Metadata.Namespace);
                    Concerns(after.Metadata.Labels, after.Metadata.Namespace);
                }
            },
            pod => Concerns(pod.Metadata.Labels, pod.Metadata.Namespace));
    }

    /// <summary>Whether a Service's selector has all its labels among these.</summary>
    public static bool Selects(Service service, ValueMap<string> labels)
    {
        foreach (var (key, value) in service.Spec.Selector)
        {
            if (!labels.TryGetValue(key, out var found) || found != value)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a pod belongs among a Service's endpoints at all.</summary>
    public static bool HasEndpoint(Pod pod, bool includeTerminating) =>
        !pod.IsTerminal() && pod.Status.PodIP.Length > 0 && (includeTerminating || !pod.IsDeleting());

    /// <summary>The address of that family; null where the pod has none.</summary>
    public static string? AddressOf(Pod pod, bool ipv6)
    {
        foreach (var address in pod.Status.PodIPs)
        {
            if (address.Ip.Contains(':', StringComparison.Ordinal) == ipv6)
            {
                return address.Ip;
            }
        }

        return pod.Status.PodIPs.IsEmpty && pod.Status.PodIP.Length > 0 && pod.Status.PodIP.Contains(':', StringComparison.Ordinal) == ipv6 ? pod.Status.PodIP : null;
    }

    /// <summary>The number of a Service's port on a pod; null where the pod has no port of that name.</summary>
    public static int? PortOf(Pod pod, ServicePort port)
    {
        if (!port.TargetPort.IsString)
        {
            return port.TargetPort.IntValue == 0 ? port.Port : port.TargetPort.IntValue;
        }

        foreach (var container in pod.Spec.Containers.Concat(pod.Spec.InitContainers.Where(one => one.RestartPolicy == "Always")))
        {
            foreach (var open in container.Ports)
            {
                if (open.Name == port.TargetPort.StringValue && (open.Protocol.Length == 0 ? "TCP" : open.Protocol) == (port.Protocol.Length == 0 ? "TCP" : port.Protocol))
                {
                    return open.ContainerPortValue;
                }
            }
        }

        return null;
    }

    /// <summary>The pod's own name in DNS, where it has one under the Service.</summary>
    public static string HostnameOf(Pod pod, Service service) =>
        pod.Spec.Hostname.Length > 0 && pod.Spec.Subdomain == service.Metadata.Name && pod.Metadata.Namespace == service.Metadata.Namespace ? pod.Spec.Hostname : "";

    /// <summary>Whether a Service has no address of its own.</summary>
    public static bool IsHeadless(Service service) => service.Spec.ClusterIP is "None";

    /// <summary>The families of a Service, IPv6 for true.</summary>
    public static IEnumerable<bool> FamiliesOf(Service service) => service.Spec.IpFamilies.IsEmpty
        ? [service.Spec.ClusterIP.Contains(':', StringComparison.Ordinal)]
        : service.Spec.IpFamilies.Select(family => family == "IPv6");

    /// <summary>A reference to a pod as endpoints carry it.</summary>
    public static ObjectReference ReferenceTo(Pod pod) => new()
    {
        Kind = "Pod",
        Namespace = pod.Metadata.Namespace,
        Name = pod.Metadata.Name,
        Uid = pod.Metadata.Uid,
    };

    private static bool IsAlike(Pod before, Pod after) =>
        before.IsReady() == after.IsReady()
        && before.IsDeleting() == after.IsDeleting()
        && before.IsTerminal() == after.IsTerminal()
        && before.Status.PodIP == after.Status.PodIP
        && before.Status.PodIPs == after.Status.PodIPs
        && before.Spec.NodeName == after.Spec.NodeName
        && before.Spec.Hostname == after.Spec.Hostname
        && before.Spec.Subdomain == after.Spec.Subdomain;
}
