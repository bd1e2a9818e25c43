using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>What the names of a policy's expressions mean for one request and one set of parameters. Variables are computed when first used. Not thread safe.</summary>
internal sealed class PolicyNames(IReadOnlyDictionary<string, CelExpression>? variables, AdmissionAttributes attributes, Value parameters, IClusterView cluster, IAuthorizer authorizer)
{
    private readonly Dictionary<string, object?> _known = new(StringComparer.Ordinal);

    public (bool Known, object? Value) Find(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return (true, known);
        }
        object? value;
        switch (name)
        {
            case "object":
                value = Of(attributes.Object);
                break;
            case "oldObject":
                value = Of(attributes.OldObject);
                break;
            case "request":
                value = Request();
                break;
            case "params":
                value = parameters;
                break;
            case "namespaceObject":
                value = attributes.Namespace.Length == 0 ? Value.Null : Of(cluster.Get<Namespace>("", attributes.Namespace));
                break;
            case "authorizer":
                value = new CelAuthorizer(authorizer, new AuthorizationAttributes { User = attributes.User, Verb = "" });
                break;
            case "authorizer.requestResource":
                value = new CelAuthorizer(authorizer, new AuthorizationAttributes
                {
                    User = attributes.User,
                    Verb = "",
                    IsResourceRequest = true,
                    ApiGroup = attributes.Resource.Group,
                    ApiVersion = attributes.Resource.Version,
                    Resource = attributes.Resource.Resource,
                    Subresource = attributes.Subresource,
                    Namespace = attributes.Namespace,
                    Name = attributes.Name,
                });
                break;
            default:
                if (!name.StartsWith("variables.", StringComparison.Ordinal) || variables?.GetValueOrDefault(name["variables.".Length..]) is not { } variable)
                {
                    return (false, null);
                }
                value = variable.Compute(Find);
                break;
        }
        _known[name] = value;
        return (true, value);
    }

    private static Value Of(IKind? kind) => kind is null ? Value.Null : Value.ParseJson(JsonEncoder.ToArray(kind));

    private Value Request()
    {
        static Value Texts(IEnumerable<string> texts) => Value.List(texts.Select(text => (Value)text).ToValueList());
        var user = attributes.User;
        var kind = Value.MapOf(("group", attributes.Kind.Group), ("version", attributes.Kind.Version), ("kind", attributes.Kind.Kind));
        var resource = Value.MapOf(("group", attributes.Resource.Group), ("version", attributes.Resource.Version), ("resource", attributes.Resource.Resource));
        return Value.MapOf(
            ("kind", kind),
            ("resource", resource),
            ("subResource", attributes.Subresource),
            ("requestKind", kind),
            ("requestResource", resource),
            ("requestSubResource", attributes.Subresource),
            ("name", attributes.Name),
            ("namespace", attributes.Namespace),
            ("operation", attributes.Operation.ToString().ToUpperInvariant()),
            ("userInfo", Value.MapOf(
                ("username", user.Name),
                ("uid", user.Uid),
                ("groups", Texts(user.Groups)),
                ("extra", Value.Map(ValueMap.From(user.Extra.Select(entry => KeyValuePair.Create(entry.Key, Texts(entry.Value)))))))),
            ("dryRun", attributes.DryRun),
            ("options", Of(attributes.Options)));
    }
}
