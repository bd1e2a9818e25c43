using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>The authorizer as expressions see it: <c>authorizer.group("apps").resource("deployments").namespace("x").check("get").allowed()</c>.</summary>
internal sealed class CelAuthorizer(IAuthorizer authorizer, AuthorizationAttributes attributes) : ICelObject
{
    /// <inheritdoc/>
    public object? Call(string function, IReadOnlyList<object?> arguments) => (function, arguments) switch
    {
        ("path", [string path]) => With(attributes with { Path = path, IsResourceRequest = false }),
        ("group", [string group]) => With(attributes with { ApiGroup = group, ApiVersion = "*", IsResourceRequest = true }),
        ("resource", [string resource]) => With(attributes with { Resource = resource }),
        ("subresource", [string sub]) => With(attributes with { Subresource = sub }),
        ("namespace", [string space]) => With(attributes with { Namespace = space }),
        ("name", [string name]) => With(attributes with { Name = name }),
        ("serviceAccount", [string space, string name]) => With(attributes with { User = new UserInfo(ServiceAccountNames.UserName(space, name)) { Groups = [.. ServiceAccountNames.Groups(space), UserInfo.AuthenticatedGroup] } }),
        ("check", [string verb]) => new Answer(authorizer.AuthorizeAsync(attributes with { Verb = verb }, CancellationToken.None)),
        _ => throw CelException.NoOverload(),
    };

    private CelAuthorizer With(AuthorizationAttributes other) => new(authorizer, other);

    // Expressions are computed without waiting; of the authorizers only webhooks take time.
    private sealed class Answer(ValueTask<Verdict> asked) : ICelObject
    {
        private readonly Verdict _verdict = asked.IsCompletedSuccessfully ? asked.Result : asked.AsTask().GetAwaiter().GetResult();

        public object? Call(string function, IReadOnlyList<object?> arguments) => function switch
        {
            "allowed" => _verdict.IsAllowed,
            "reason" => _verdict.Reason,
            "errored" => _verdict.EvaluationError is not null,
            "error" => _verdict.EvaluationError ?? "",
            _ => throw CelException.NoOverload(),
        };
    }
}
