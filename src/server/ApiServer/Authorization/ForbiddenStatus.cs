using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Authorization;

/// <summary>The 403 answers of authorization and admission, in upstream's words.</summary>
public static class ForbiddenStatus
{
    /// <summary>The answer to a request that authorization refused.</summary>
    public static Status For(AuthorizationAttributes attributes, string reason)
    {
        var message = Describe(attributes);
        return For(attributes.ApiGroup, attributes.Resource, attributes.Name, reason.Length == 0 ? message : $"{message}: {reason}");
    }

    /// <summary>"pods "x" is forbidden: …" with its details.</summary>
    public static Status For(string group, string resource, string name, string why)
    {
        var qualified = group.Length == 0 ? resource : $"{resource}.{group}";
        var message = resource.Length == 0 ? $"forbidden: {why}"
            : name.Length == 0 ? $"{qualified} is forbidden: {why}"
            : $"{qualified} \"{name}\" is forbidden: {why}";
        return Status.Empty with
        {
            StatusValue = "Failure",
            Message = message,
            Reason = "Forbidden",
            Code = 403,
            Details = StatusDetails.Empty with { Name = name, Group = group, Kind = resource },
        };
    }

    /// <summary>Who cannot do what, as a sentence.</summary>
    public static string Describe(AuthorizationAttributes attributes)
    {
        var user = attributes.User.Name;
        if (!attributes.IsResourceRequest)
        {
            return $"User \"{user}\" cannot {attributes.Verb} path \"{attributes.Path}\"";
        }
        var scope = attributes.Namespace.Length > 0 ? $"in the namespace \"{attributes.Namespace}\"" : "at the cluster scope";
        return $"User \"{user}\" cannot {attributes.Verb} resource \"{attributes.CombinedResource}\" in API group \"{attributes.ApiGroup}\" {scope}";
    }
}
