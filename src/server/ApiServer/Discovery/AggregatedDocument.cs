using Cybernetes.Api.ApiDiscoveryV2;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Discovery;

/// <summary>The aggregated discovery document: everything in one.</summary>
internal static class AggregatedDocument
{
    public static APIGroupDiscoveryList Make(IEnumerable<DiscoveredGroup> groups, string version) => new()
    {
        Items = groups.Select(group => new APIGroupDiscovery
        {
            Metadata = new ObjectMeta { Name = group.Name },
            Versions = group.Versions.Select(Of).ToValueList(),
        }).ToValueList(),
    };

    private static APIVersionDiscovery Of(DiscoveredVersion version) => new()
    {
        Version = version.Version,
        Freshness = "Current",
        Resources = version.Resources.Select(Of).ToValueList(),
    };

    private static APIResourceDiscovery Of(ServedResource resource) => new()
    {
        Resource = resource.Info.Plural,
        ResponseKind = KindOf(new GroupVersionKind("", "", resource.Kind.Kind)),
        Scope = resource.Namespaced ? "Namespaced" : "Cluster",
        SingularResource = resource.Info.Singular,
        Verbs = VersionDocument.Verbs(resource.Verbs.Keys).ToValueList(),
        ShortNames = resource.Info.ShortNames.ToValueList(),
        Categories = resource.Info.Categories.ToValueList(),
        Subresources = resource.Subresources.Values.OrderBy(each => each.Name, StringComparer.Ordinal).Select(each => new APISubresourceDiscovery
        {
            Subresource = each.Name,
            ResponseKind = KindOf(each.Kind.Group == resource.Kind.Group ? new GroupVersionKind("", "", each.Kind.Kind) : each.Kind),
            Verbs = VersionDocument.Verbs(each.Verbs.Keys).ToValueList(),
        }).ToValueList(),
    };

    private static GroupVersionKind KindOf(GroupVersionKind kind) => kind;
}
