using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Nftables;
using static Cybernetes.Proxy.Services.ProxyNames;

namespace Cybernetes.Proxy.Services;

/// <summary>
/// The host ports of this node's pods, in the maps that Services use: one with an address of its own as an address and port, one for
/// all addresses as a node port. CNI's portmap does the same with iptables, which need not be installed.
/// </summary>
internal static class HostPorts
{
    /// <summary>What the pods of the node want; clients keep their addresses.</summary>
    public static NftContribution Build(IEnumerable<Pod> pods, NftFamily family)
    {
        var elements = ImmutableArray.CreateBuilder<NftElement>();
        var chains = new Dictionary<string, NftChain>();
        foreach (var pod in pods.Where(p => !p.Spec.HostNetwork && p.Status.Phase is not ("Succeeded" or "Failed")).OrderBy(p => p.Metadata.Uid, StringComparer.Ordinal))
        {
            var address = pod.Status.PodIPs.Select(i => i.Ip).Append(pod.Status.PodIP)
                .Select(t => IPAddress.TryParse(t, out var ip) && ProxyNode.Is(family, ip) ? ip.ToString() : null).FirstOrDefault(a => a is not null);
            if (address is null)
            {
                continue;
            }

            foreach (var port in pod.Spec.Containers.Concat(pod.Spec.InitContainers.Where(c => c.RestartPolicy == "Always")).SelectMany(c => c.Ports).Where(p => p.HostPort > 0))
            {
                Add(port, address);
            }
        }

        return new NftContribution { Chains = [.. chains.Values], Elements = elements.ToImmutable() };

        void Add(ContainerPort port, string address)
        {
            var protocol = port.Protocol.Length == 0 ? "tcp" : port.Protocol.ToLowerInvariant();
            var target = string.Create(CultureInfo.InvariantCulture, $"{address} . {port.ContainerPortValue}");
            var any = port.HostIP is "" or "0.0.0.0" or "::";
            if (!any && !(IPAddress.TryParse(port.HostIP, out var host) && ProxyNode.Is(family, host)))
            {
                return;
            }

            var (map, endpoints) = any ? (ServiceNodePorts, Of(NodePortEndpoints, protocol)) : (ServiceIps, Of(ProxyNames.Endpoints, protocol));
            var chain = any ? $"hostport-{protocol}" : $"pick-{protocol}-1";
            var key = string.Create(CultureInfo.InvariantCulture, $"{port.HostPort}");
            elements.Add(new NftElement(map, any ? $"{protocol} . {key}" : $"{port.HostIP} . {protocol} . {key}", "goto " + chain));
            elements.Add(new NftElement(endpoints, any ? $"{key} . 0" : $"{port.HostIP} . {key} . 0", target));
            elements.Add(new NftElement(Hairpin, $"{address} . {address}"));
            NftExpression number = NftExpression.DestinationPortOf(protocol);
            var random = new NftRandom(1);
            chains[chain] = new NftChain(chain, null, [new NftRule(new NftDnatMap(family,
                any ? NftExpression.Concat(number, random) : NftExpression.Concat(NftExpression.Destination(family), number, random), endpoints))]);
        }
    }
}
