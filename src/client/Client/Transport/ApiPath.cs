using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Client.Transport;

/// <summary>The paths of resources.</summary>
public static class ApiPath
{
    /// <summary><c>/api/v1</c> or <c>/apis/apps/v1</c>.</summary>
    public static string Root(string group, string version) => group.Length == 0 ? $"/api/{version}" : $"/apis/{group}/{version}";

    /// <summary>The collection, or the object where a name is given, or its subresource. An empty namespace means none or all.</summary>
    public static string Of(GroupVersionResource resource, string @namespace, string name = "", string subresource = "")
    {
        var path = new StringBuilder(Root(resource.Group, resource.Version));
        if (@namespace.Length > 0)
        {
            path.Append("/namespaces/").Append(@namespace);
        }

        path.Append('/').Append(resource.Resource);
        if (name.Length > 0)
        {
            path.Append('/').Append(name);
        }

        if (subresource.Length > 0)
        {
            path.Append('/').Append(subresource);
        }

        return path.ToString();
    }
}
