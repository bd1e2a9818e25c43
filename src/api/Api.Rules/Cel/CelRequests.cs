namespace Cybernetes.Api.Rules;

/// <summary>The names that expressions about admission requests may use.</summary>
internal static class CelRequests
{
    private static readonly CelType _kind = Of("kubernetes.GroupVersionKind", ("group", CelType.String), ("version", CelType.String), ("kind", CelType.String));
    private static readonly CelType _resource = Of("kubernetes.GroupVersionResource", ("group", CelType.String), ("version", CelType.String), ("resource", CelType.String));

    private static readonly CelType _user = Of(
        "kubernetes.UserInfo",
        ("username", CelType.String),
        ("uid", CelType.String),
        ("groups", CelType.List(CelType.String)),
        ("extra", CelType.Map(CelType.String, CelType.List(CelType.String))));

    private static readonly CelType _request = Of(
        "kubernetes.AdmissionRequest",
        ("kind", _kind),
        ("resource", _resource),
        ("subResource", CelType.String),
        ("requestKind", _kind),
        ("requestResource", _resource),
        ("requestSubResource", CelType.String),
        ("name", CelType.String),
        ("namespace", CelType.String),
        ("operation", CelType.String),
        ("userInfo", _user),
        ("dryRun", CelType.Bool),
        ("options", CelType.Dyn));

    /// <summary>The names of webhooks' and policies' expressions.</summary>
    public static Dictionary<string, CelType> Names(bool @params, bool authorizer)
    {
        var names = new Dictionary<string, CelType>(StringComparer.Ordinal)
        {
            ["object"] = CelType.Dyn,
            ["oldObject"] = CelType.Dyn,
            ["namespaceObject"] = CelType.Dyn,
            ["request"] = _request,
        };
        if (@params)
        {
            names["params"] = CelType.Dyn;
        }

        if (authorizer)
        {
            names["authorizer"] = CelType.Dyn;
            names["authorizer.requestResource"] = CelType.Dyn;
        }

        return names;
    }

    /// <summary>A message type.</summary>
    public static CelType Of(string name, params ReadOnlySpan<(string Name, CelType Type)> fields)
    {
        var map = new Dictionary<string, CelType>(StringComparer.Ordinal);
        foreach (var (field, type) in fields)
        {
            map[field] = type;
        }

        return new(name) { Fields = map };
    }
}
