using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Discovery;

/// <summary>One version of a group with its resources, by name.</summary>
internal sealed record DiscoveredVersion(string Group, string Version, IReadOnlyList<ServedResource> Resources)
{
    /// <summary><c>v1</c> or <c>apps/v1</c>.</summary>
    public string Name => Group.Length == 0 ? Version : $"{Group}/{Version}";
}

/// <summary>One group with its versions, the preferred first.</summary>
internal sealed record DiscoveredGroup(string Name, IReadOnlyList<DiscoveredVersion> Versions);

/// <summary>The resource table as discovery shows it: groups, versions, resources.</summary>
internal static class DiscoveryModel
{
    public static IReadOnlyList<DiscoveredGroup> Of(ResourceTable table) =>
    [
        .. table.All.GroupBy(resource => resource.Kind.Group).Select(group => new DiscoveredGroup(
            group.Key,
            [
                .. group.GroupBy(resource => resource.Kind.Version).Select(version => new DiscoveredVersion(
                    group.Key, version.Key, [.. version.OrderBy(resource => resource.Info.Plural, StringComparer.Ordinal)])),
            ])),
    ];
}
