using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Discovery;

/// <summary>The documents of <c>/apis</c> and <c>/apis/GROUP</c>.</summary>
internal static class GroupDocuments
{
    public static APIGroupList List(IEnumerable<DiscoveredGroup> groups) =>
        new() { Groups = groups.Where(group => group.Name.Length > 0).Select(One).ToValueList() };

    public static APIGroup One(DiscoveredGroup group)
    {
        var versions = group.Versions.Select(version => new GroupVersionForDiscovery { GroupVersion = version.Name, Version = version.Version }).ToValueList();
        return new APIGroup { Name = group.Name, Versions = versions, PreferredVersion = versions[0] };
    }
}
