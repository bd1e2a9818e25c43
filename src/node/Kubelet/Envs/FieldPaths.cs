using System.Globalization;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.Resources;

namespace Cybernetes.Kubelet.Envs;

/// <summary>The values of the downward API. Pure.</summary>
internal static class FieldPaths
{
    /// <summary>A field of a pod; throws <see cref="ConfigErrorException"/> for one that is not supported.</summary>
    public static string Field(Pod pod, string path, IReadOnlyList<string> podIps, IReadOnlyList<string> hostIps)
    {
        if (path.EndsWith("']", StringComparison.Ordinal) && path.IndexOf("['", StringComparison.Ordinal) is var open and > 0)
        {
            var key = path[(open + 2)..^2];
            return path[..open] switch
            {
                "metadata.annotations" => pod.Metadata.Annotations.GetValueOrDefault(key) ?? "",
                "metadata.labels" => pod.Metadata.Labels.GetValueOrDefault(key) ?? "",
                var other => throw new ConfigErrorException($"fieldPath \"{other}\" does not support subscript"),
            };
        }

        return path switch
        {
            "metadata.annotations" => Format(pod.Metadata.Annotations),
            "metadata.labels" => Format(pod.Metadata.Labels),
            "metadata.name" => pod.Metadata.Name,
            "metadata.namespace" => pod.Metadata.Namespace,
            "metadata.uid" => pod.Metadata.Uid,
            "spec.nodeName" => pod.Spec.NodeName,
            "spec.serviceAccountName" => pod.Spec.ServiceAccountName,
            "status.hostIP" => hostIps.Count > 0 ? hostIps[0] : "",
            "status.hostIPs" => string.Join(',', hostIps),
            "status.podIP" => podIps.Count > 0 ? podIps[0] : "",
            "status.podIPs" => string.Join(',', podIps),
            _ => throw new ConfigErrorException($"unsupported fieldPath: {path}"),
        };
    }

    /// <summary>A resource of a container in units of the divisor, rounded up; what has no limit is bounded by the node.</summary>
    public static string Resource(Container container, ResourceFieldSelector selector, ValueMap<Quantity> allocatable)
    {
        var parts = selector.Resource.Split('.', 2);
        if (parts is not [("limits" or "requests"), var name])
        {
            throw new ConfigErrorException($"unsupported container resource : {selector.Resource}");
        }

        var list = parts[0] == "limits" ? container.Resources.Limits : container.Resources.Requests;
        if (!list.TryGetValue(name, out var quantity))
        {
            // A request that is not given is its limit's; a limit that is not given is the node's.
            if (parts[0] == "requests" && container.Resources.Limits.TryGetValue(name, out var limit))
            {
                quantity = limit;
            }
            else if (parts[0] == "limits" && allocatable.TryGetValue(name, out var node))
            {
                quantity = node;
            }
        }

        var isCpu = name == "cpu";
        var divisor = selector.Divisor.IsZero ? new Quantity(1) : selector.Divisor;
        var (value, by) = isCpu ? (quantity.MilliValue, divisor.MilliValue) : (quantity.Value, divisor.Value);
        return ((value + by - 1) / Math.Max(by, 1)).ToString(CultureInfo.InvariantCulture);
    }

    private static string Format(ValueMap<string> map)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in map)
        {
            text.Append(key).Append('=').Append(GoText.Quote(value)).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
