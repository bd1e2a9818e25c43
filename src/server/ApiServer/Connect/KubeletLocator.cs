using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Errors;

namespace Cybernetes.ApiServer.Connect;

/// <summary>Finds the kubelet of a node.</summary>
internal sealed class KubeletLocator(IClusterView cluster)
{
    private static readonly string[] _preferred = ["InternalIP", "ExternalIP", "InternalDNS", "ExternalDNS", "Hostname"];

    /// <summary>The kubelet's address.</summary>
    /// <exception cref="ApiException">The node is not there or has no address.</exception>
    public UriBuilder Find(string node)
    {
        var found = cluster.Get<Node>("", node) ?? throw ApiErrors.NotFound(new GroupResource("", "nodes"), node);
        var address = _preferred
            .Select(type => found.Status.Addresses.FirstOrDefault(each => each.Type == type)?.Address)
            .FirstOrDefault(each => !string.IsNullOrEmpty(each))
            ?? throw ApiErrors.Unknown($"no preferred addresses found; known addresses: []");
        var port = found.Status.DaemonEndpoints.KubeletEndpoint.Port;
        return new UriBuilder(Uri.UriSchemeHttps, address, port == 0 ? 10250 : port);
    }
}
