using Cybernetes.Client;

namespace Cybernetes.Nodes;

/// <summary>The ways of a node's parts to the API server, each as who it is.</summary>
/// <param name="Kubelet">As the node.</param>
/// <param name="Network">For the pod network and the proxy; as the node too, by its role c8s:node-network.</param>
internal sealed record NodeAccess(KubeClient Kubelet, KubeClient Network);
