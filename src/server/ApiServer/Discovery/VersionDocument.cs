using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Discovery;

/// <summary>The document of one version: every resource and subresource.</summary>
internal static class VersionDocument
{
    public static APIResourceList Make(DiscoveredVersion version) => new()
    {
        GroupVersion = version.Name,
        Resources = version.Resources.SelectMany(resource => (IEnumerable<APIResource>)
        [
            Of(resource), .. resource.Subresources.Values.OrderBy(each => each.Name, StringComparer.Ordinal).Select(each => Of(resource, each)),
        ]).ToValueList(),
    };

    /// <summary>The verbs in order.</summary>
    public static IEnumerable<string> Verbs(IEnumerable<string> verbs) => verbs.Order(StringComparer.Ordinal);

    private static APIResource Of(ServedResource resource) => new()
    {
        Name = resource.Info.Plural,
        SingularName = resource.Info.Singular,
        Namespaced = resource.Namespaced,
        Kind = resource.Kind.Kind,
        Verbs = new StringList(Verbs(resource.Verbs.Keys).ToValueList()),
        ShortNames = resource.Info.ShortNames.ToValueList(),
        Categories = resource.Info.Categories.ToValueList(),
        StorageVersionHash = resource.Storage is { } storage ? HashOf(storage.Hub.Info.Kind) : "",
    };

    private static APIResource Of(ServedResource resource, ServedSubresource subresource) => new()
    {
        Name = $"{resource.Info.Plural}/{subresource.Name}",
        Namespaced = resource.Namespaced,
        Group = subresource.Kind.Group == resource.Kind.Group ? "" : subresource.Kind.Group,
        Version = subresource.Kind.Group == resource.Kind.Group ? "" : subresource.Kind.Version,
        Kind = subresource.Kind.Kind,
        Verbs = new StringList(Verbs(subresource.Verbs.Keys).ToValueList()),
    };

    /// <summary>What changes when the storage version does: the beginning of the SHA-256 of its name.</summary>
    private static string HashOf(GroupVersionKind kind) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.Group}/{kind.Version}/{kind.Kind}")).AsSpan(0, 8));
}
