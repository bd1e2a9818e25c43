using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Discovery;

/// <summary>Reads aggregated discovery (KEP-3352): two requests for everything.</summary>
internal static class DiscoveryReader
{
    private const string Accept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    public static async Task<ResourceMap> ReadAsync(Session session, CancellationToken cancellationToken)
    {
        var found = new List<ResourceInfo>();
        foreach (var path in new[] { "/api", "/apis" })
        {
            var list = await session.SendAsync(new ApiRequest("GET", path) { Accept = Accept }, cancellationToken).ConfigureAwait(false);
            foreach (var group in list["items"].Items)
            {
                var name = group.At("metadata", "name").AsString ?? "";
                foreach (var version in group["versions"].Items)
                {
                    found.AddRange(version["resources"].Items.Select(resource => Read(resource, name, version["version"].AsString ?? "")));
                }
            }
        }

        return new ResourceMap(found);
    }

    private static ResourceInfo Read(Value resource, string group, string version)
    {
        var kind = resource["responseKind"];
        return new(
            new(Text(kind["group"], group), Text(kind["version"], version), kind["kind"].AsString ?? ""),
            resource["resource"].AsString ?? "",
            resource["scope"].AsString == "Namespaced")
        {
            Singular = resource["singularResource"].AsString ?? "",
            ShortNames = Texts(resource["shortNames"]),
            Categories = Texts(resource["categories"]),
            Verbs = Texts(resource["verbs"]),
            Subresources = [.. resource["subresources"].Items.Select(one => one["subresource"].AsString ?? "")],
        };
    }

    private static string Text(Value value, string otherwise) => value.AsString is { Length: > 0 } text ? text : otherwise;

    private static string[] Texts(Value list) => [.. list.Items.Select(item => item.AsString ?? "")];
}
