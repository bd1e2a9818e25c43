namespace Cybernetes.ApiServer.Pipeline;

/// <summary>Reads method and path as upstream's request info resolver does.</summary>
public static class RequestInfoParser
{
    private static readonly string[] _namespaceSubresources = ["status", "finalize"];

    /// <summary>What the request means.</summary>
    public static RequestInfo Parse(string method, string path, QueryParameters query)
    {
        var parts = path.Trim('/').Split('/');
        var isCore = parts[0] == "api";
        var prefix = isCore ? 2 : 3;
        var lower = method.ToLowerInvariant();
        if ((!isCore && parts[0] != "apis") || parts.Length <= prefix || (parts.Length == prefix + 1 && parts[prefix].Length == 0))
        {
            return new RequestInfo { Verb = lower, Path = path };
        }

        var (group, version) = isCore ? ("", parts[1]) : (parts[1], parts[2]);
        var verb = VerbOf(method, lower);
        var rest = parts.AsSpan(prefix);
        if (rest[0] is "watch" && rest.Length > 1)
        {
            verb = "watch";
            rest = rest[1..];
        }
        else if (rest[0] is "proxy" && rest.Length > 1)
        {
            verb = "proxy";
            rest = rest[1..];
        }

        var @namespace = "";
        if (rest[0] == "namespaces")
        {
            if (rest.Length > 1)
            {
                @namespace = rest[1];
                if (rest.Length > 2 && !_namespaceSubresources.Contains(rest[2]))
                {
                    rest = rest[2..];
                }
            }
        }

        var (resource, name, subresource) = (rest[0], rest.Length > 1 ? rest[1] : "", rest.Length > 2 ? rest[2] : "");
        var tail = rest.Length > 3 ? "/" + string.Join('/', rest[3..]) : "";
        if (name.Length == 0 || verb == "watch")
        {
            verb = OfCollection(verb, query);
        }

        return new RequestInfo
        {
            IsResourceRequest = true,
            Verb = verb,
            Path = path,
            Group = group,
            Version = version,
            Namespace = resource == "namespaces" && name.Length == 0 ? "" : @namespace,
            Resource = resource,
            Name = Uri.UnescapeDataString(name),
            Subresource = subresource,
            Rest = tail,
            IsWellFormed = tail.Length == 0 || subresource == "proxy",
        };
    }

    private static string VerbOf(string method, string lower) => method switch
    {
        "POST" => "create",
        "GET" or "HEAD" => "get",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => lower,
    };

    /// <summary>A collection is listed, watched or deleted.</summary>
    private static string OfCollection(string verb, QueryParameters query) => verb switch
    {
        "get" => query["watch"] is { } watch && IsTrue(watch) ? "watch" : "list",
        "delete" => "deletecollection",
        _ => verb,
    };

    /// <summary>How upstream reads a truth parameter: anything but "", "0" and "false" is true.</summary>
    public static bool IsTrue(string? text) => text is not null && text is not ("0" or "false" or "False" or "FALSE");
}
