using System.Collections.Concurrent;
using Cybernetes.Api.AutoscalingV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Client.Transport;
using Cybernetes.Controllers.Discovery;

namespace Cybernetes.Controllers.Autoscaling;

/// <summary>The scale subresource of objects of any kind. Which resource a kind is, discovery tells; what it told is kept. Thread safe.</summary>
internal sealed class ScaleTargets(KubeClient client)
{
    private readonly ConcurrentDictionary<(string Group, string Kind), GroupVersionResource> _known = new();

    /// <summary>The resource of a kind; null where the server has none.</summary>
    public async ValueTask<GroupVersionResource?> ResourceOfAsync(string apiVersion, string kind, CancellationToken cancellationToken)
    {
        var group = GroupVersionKind.From(apiVersion, kind).Group;
        if (!_known.TryGetValue((group, kind), out var resource))
        {
            foreach (var served in (await ResourceDiscovery.PreferredAsync(client, cancellationToken).ConfigureAwait(false)).Resources)
            {
                _known[(served.Resource.Group, served.Kind)] = served.Resource;
            }

            if (!_known.TryGetValue((group, kind), out resource))
            {
                return null;
            }
        }

        return resource;
    }

    /// <summary>Reads a scale.</summary>
    public ValueTask<ApiResult<Scale>> GetAsync(GroupVersionResource resource, NamespacedName name, CancellationToken cancellationToken) =>
        client.SendAsync<Scale>(new ApiRequest("GET", PathOf(resource, name)), cancellationToken);

    /// <summary>Writes a scale.</summary>
    public ValueTask<ApiResult<Scale>> UpdateAsync(GroupVersionResource resource, NamespacedName name, Scale scale, CancellationToken cancellationToken) =>
        client.SendAsync<Scale>(new ApiRequest("PUT", PathOf(resource, name)) { Body = ApiBody.Of(scale) }, cancellationToken);

    private static string PathOf(GroupVersionResource resource, NamespacedName name) =>
        ApiPath.Of(resource, name.Namespace, name.Name, "scale");
}
