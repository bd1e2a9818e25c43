using Cybernetes.Client;

namespace Cybernetes.Nodes;

/// <summary>The ways of a node's parts to the API server, each as who it is.</summary>
/// <param name="Kubelet">As the node.</param>
/// <param name="Network">For the pod network, the proxy and the DNS server.</param>
internal sealed record NodeAccess(KubeClient Kubelet, KubeClient Network);
