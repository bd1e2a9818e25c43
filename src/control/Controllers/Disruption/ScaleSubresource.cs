using Cybernetes.Api.AutoscalingV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Client.Transport;
using Cybernetes.Controllers.Discovery;

namespace Cybernetes.Controllers.Disruption;

/// <summary>The scale of a controller of any kind, custom ones too.</summary>
internal static class ScaleSubresource
{
    /// <summary>The pods wanted; null where the kind has no scale.</summary>
    public static async ValueTask<int?> ReadAsync(KubeClient client, string @namespace, OwnerReference owner, CancellationToken cancellationToken)
    {
        var kind = GroupVersionKind.From(owner.ApiVersion, owner.Kind);
        var (served, _) = await ResourceDiscovery.PreferredAsync(client, cancellationToken).ConfigureAwait(false);
        if (served.FirstOrDefault(resource => resource.Kind == kind.Kind && resource.Resource.Group == kind.Group) is not { } found)
        {
            return null;
        }

        var path = ApiPath.Of(found.Resource, found.Namespaced ? @namespace : "", owner.Name, "scale");
        return (await client.SendAsync<Scale>(new ApiRequest("GET", path), cancellationToken).ConfigureAwait(false)).OrNull()?.Spec.Replicas;
    }
}
