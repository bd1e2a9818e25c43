using System.Net;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Policy;
using IPAddress = System.Net.IPAddress;

namespace Cybernetes.Proxy.Tests;

/// <summary>What NetworkPolicies mean, written down as plainly as can be.</summary>
internal static class ReferencePolicies
{
    public static bool Allows(PolicyCluster cluster, FakePacket packet)
    {
        var from = cluster.Pods.FirstOrDefault(p => p.Addresses.Any(a => a.ToString() == packet.Source));
        var to = cluster.Pods.FirstOrDefault(p => p.Addresses.Any(a => a.ToString() == packet.Destination));
        return (from is not { Local: true } || Allows(cluster, from, to, packet, ingress: false))
            && (to is not { Local: true } || Allows(cluster, to, from, packet, ingress: true));
    }

    private static bool Allows(PolicyCluster cluster, PolicyPod pod, PolicyPod? other, FakePacket packet, bool ingress)
    {
        var selecting = cluster.Policies.Where(p => p.Metadata.Namespace == pod.Namespace && Selects(p.Spec.PodSelector, pod.Labels) && Types(p, ingress)).ToList();
        if (selecting.Count == 0)
        {
            return true;
        }

        var otherAddress = IPAddress.Parse(ingress ? packet.Source : packet.Destination);
        foreach (var policy in selecting)
        {
            var rules = ingress
                ? policy.Spec.Ingress.Select(r => (r.Ports, Peers: r.From))
                : policy.Spec.Egress.Select(r => (r.Ports, Peers: r.To));
            foreach (var (ports, peers) in rules)
            {
                var peerFits = peers.IsEmpty || peers.Any(p => Fits(cluster, p, policy.Metadata.Namespace, other, otherAddress));
                var destination = ingress ? pod : other;
                var portFits = ports.IsEmpty || ports.Any(p => Fits(p, destination, packet));
                if (peerFits && portFits)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Types(NetworkPolicy policy, bool ingress) => policy.Spec.PolicyTypes.IsEmpty
        ? ingress || !policy.Spec.Egress.IsEmpty : policy.Spec.PolicyTypes.Contains(ingress ? "Ingress" : "Egress");

    private static bool Fits(PolicyCluster cluster, NetworkPolicyPeer peer, string @namespace, PolicyPod? other, IPAddress address)
    {
        if (peer.IpBlock is { } block)
        {
            return IPNetwork.Parse(block.Cidr).Contains(address) && !block.Except.Any(e => IPNetwork.Parse(e).Contains(address));
        }

        return other is not null
            && (peer.NamespaceSelector is null ? other.Namespace == @namespace : Selects(peer.NamespaceSelector, cluster.Namespaces[other.Namespace]))
            && (peer.PodSelector is null || Selects(peer.PodSelector, other.Labels));
    }

    private static bool Fits(NetworkPolicyPort port, PolicyPod? destination, FakePacket packet)
    {
        if ((port.Protocol ?? "TCP").ToLowerInvariant() != packet.Protocol)
        {
            return false;
        }

        if (port.Port is not { } number)
        {
            return true;
        }

        return number.IsString
            ? destination is not null && destination.Ports.Any(p => p.Name == number.StringValue && p.Protocol == packet.Protocol && p.Number == packet.DestinationPort)
            : packet.DestinationPort >= number.IntValue && packet.DestinationPort <= (port.EndPort ?? number.IntValue);
    }

    private static bool Selects(LabelSelector selector, Api.Machinery.ValueMap<string> labels) =>
        selector.MatchLabels.All(l => labels.GetValueOrDefault(l.Key) == l.Value)
        && selector.MatchExpressions.All(e => e.Operator switch
        {
            "In" => labels.ContainsKey(e.Key) && e.Values.Contains(labels[e.Key]),
            "NotIn" => !labels.ContainsKey(e.Key) || !e.Values.Contains(labels[e.Key]),
            "Exists" => labels.ContainsKey(e.Key),
            _ => !labels.ContainsKey(e.Key),
        });
}
