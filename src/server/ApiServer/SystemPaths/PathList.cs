using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.SystemPaths;

/// <summary>What <c>/</c> lists: every path there is, in order.</summary>
internal static class PathList
{
    public static IReadOnlyList<string> Of(ResourceTable resources, PathTable paths)
    {
        var all = new SortedSet<string>(paths.Paths.Where(path => path.Length > 1 && !path.EndsWith('/')), StringComparer.Ordinal);
        foreach (var resource in resources.All)
        {
            var (group, version) = (resource.Kind.Group, resource.Kind.Version);
            all.Add(group.Length == 0 ? $"/api/{version}" : $"/apis/{group}/{version}");
            if (group.Length > 0)
            {
                all.Add($"/apis/{group}");
            }
        }

        return [.. all];
    }
}
