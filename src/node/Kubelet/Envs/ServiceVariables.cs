using System.Globalization;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Envs;

/// <summary>The variables that name the Services a pod may use, Docker-links compatible. Pure.</summary>
internal static class ServiceVariables
{
    private const string MasterNamespace = "default";
    private const string MasterName = "kubernetes";

    public static IEnumerable<KeyValuePair<string, string>> For(string @namespace, bool enableLinks, IEnumerable<Service> services)
    {
        Dictionary<string, Service> chosen = [];
        foreach (var service in services.Where(s => s.Spec.ClusterIP is { Length: > 0 } ip && ip != "None"))
        {
            var isMaster = service.Metadata.Namespace == MasterNamespace && service.Metadata.Name == MasterName;
            if (isMaster)
            {
                chosen.TryAdd(service.Metadata.Name, service);
            }
            else if (service.Metadata.Namespace == @namespace && enableLinks)
            {
                chosen[service.Metadata.Name] = service;
            }
        }

        foreach (var service in chosen.Values.OrderBy(s => s.Metadata.Name, StringComparer.Ordinal))
        {
            foreach (var variable in Of(service))
            {
                yield return variable;
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Of(Service service)
    {
        var prefix = Name(service.Metadata.Name);
        var host = service.Spec.ClusterIP;
        var ports = service.Spec.Ports;
        yield return new($"{prefix}_SERVICE_HOST", host);
        if (ports.IsEmpty)
        {
            yield break;
        }

        yield return new($"{prefix}_SERVICE_PORT", Text(ports[0].Port));
        foreach (var port in ports.Where(p => p.Name.Length > 0))
        {
            yield return new($"{prefix}_SERVICE_PORT_{Name(port.Name)}", Text(port.Port));
        }

        var address = host.Contains(':') ? $"[{host}]" : host;
        for (var i = 0; i < ports.Count; i++)
        {
            var port = ports[i];
            var protocol = port.Protocol.Length > 0 ? port.Protocol : "TCP";
            var url = $"{protocol.ToLowerInvariant()}://{address}:{Text(port.Port)}";
            if (i == 0)
            {
                yield return new($"{prefix}_PORT", url);
            }

            var portPrefix = $"{prefix}_PORT_{Text(port.Port)}_{protocol.ToUpperInvariant()}";
            yield return new(portPrefix, url);
            yield return new(portPrefix + "_PROTO", protocol.ToLowerInvariant());
            yield return new(portPrefix + "_PORT", Text(port.Port));
            yield return new(portPrefix + "_ADDR", host);
        }
    }

    private static string Name(string name) => name.ToUpperInvariant().Replace('-', '_');

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
