using System.Collections.Immutable;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Nftables;
using IPAddress = System.Net.IPAddress;

namespace Cybernetes.Proxy.Policy;

/// <summary>A pod as policies see it. <see cref="Ports"/>: named container ports as (name, protocol in lower case, number).</summary>
public sealed record PolicyPod(string Namespace, string Name, ValueMap<string> Labels, ImmutableArray<IPAddress> Addresses, bool Local, ImmutableArray<(string Name, string Protocol, int Number)> Ports)
{
    /// <summary>Null for pods that policies do not speak of: on the node's network, ended, or without an address.</summary>
    public static PolicyPod? Of(Pod pod, string node)
    {
        if (pod.Spec.HostNetwork || pod.Status.Phase is "Succeeded" or "Failed" || (pod.Status.PodIPs.IsEmpty && pod.Status.PodIP.Length == 0))
        {
            return null;
        }

        var texts = pod.Status.PodIPs.IsEmpty ? [pod.Status.PodIP] : pod.Status.PodIPs.Select(i => i.Ip);
        return new PolicyPod(pod.Metadata.Namespace, pod.Metadata.Name, pod.Metadata.Labels,
            [.. texts.Select(t => IPAddress.TryParse(t, out var ip) ? ip : null).OfType<IPAddress>()],
            pod.Spec.NodeName == node,
            [.. pod.Spec.Containers.SelectMany(c => c.Ports).Concat(pod.Spec.InitContainers.SelectMany(c => c.Ports)).Where(p => p.Name.Length > 0)
                .Select(p => (p.Name, p.Protocol.Length == 0 ? "tcp" : p.Protocol.ToLowerInvariant(), p.ContainerPortValue))]);
    }

    /// <summary>The addresses of a family, as text.</summary>
    public IEnumerable<string> In(NftFamily family) => Addresses.Where(a => ProxyNode.Is(family, a)).Select(a => a.ToString());
}

/// <summary>Everything policies are decided from, at one moment.</summary>
public sealed record PolicyCluster(ImmutableArray<NetworkPolicy> Policies, ImmutableArray<PolicyPod> Pods, ImmutableDictionary<string, ValueMap<string>> Namespaces)
{
    /// <summary>The pods a peer selects, as seen from the policy's namespace.</summary>
    public IEnumerable<PolicyPod> Select(NetworkPolicyPeer peer, string policyNamespace)
    {
        var pods = peer.PodSelector is { } p ? p.ToSelector() : Selector.Everything;
        var namespaces = peer.NamespaceSelector?.ToSelector();
        return Pods.Where(pod => (namespaces is null ? pod.Namespace == policyNamespace
                : Namespaces.TryGetValue(pod.Namespace, out var labels) && namespaces.Matches(labels))
            && pods.Matches(pod.Labels));
    }

    /// <summary>The policies that isolate a pod in a direction.</summary>
    public static IEnumerable<NetworkPolicy> Isolating(IEnumerable<NetworkPolicy> policies, PolicyPod pod, bool ingress) =>
        policies.Where(p => p.Metadata.Namespace == pod.Namespace && Speaks(p, ingress) && p.Spec.PodSelector.ToSelector().Matches(pod.Labels));

    /// <summary>Whether a policy has a word on a direction; without policyTypes: ingress always, egress when it has egress rules.</summary>
    public static bool Speaks(NetworkPolicy policy, bool ingress) => policy.Spec.PolicyTypes.IsEmpty
        ? ingress || !policy.Spec.Egress.IsEmpty
        : policy.Spec.PolicyTypes.Contains(ingress ? "Ingress" : "Egress");
}
