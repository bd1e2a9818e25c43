using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Auth;

/// <summary><c>kubectl auth can-i</c>: whether one may do something; the exit code says so too.</summary>
public sealed class CanICommand : Command
{
    private static readonly string[] _verbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "use", "bind", "impersonate", "*", "approve", "sign", "escalate", "attest"];
    private static readonly string[] _pathVerbs = ["get", "put", "post", "head", "options", "delete", "patch", "*"];

    private readonly Flag<bool> _everywhere;
    private readonly Flag<bool> _quiet;
    private readonly Flag<string> _subresource;

    /// <summary>Declares the flags.</summary>
    public CanICommand()
        : base("auth can-i", "VERB [TYPE | TYPE/NAME | NONRESOURCEURL] [options]")
    {
        _everywhere = Flags.Bool("all-namespaces", false, "If true, check the specified action in all namespaces.", 'A');
        _quiet = Flags.Bool("quiet", false, "If true, suppress output and just return the exit code.", 'q');
        _subresource = Flags.String("subresource", "", "SubResource such as pod/log or deployment/scale");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count is not (2 or 3))
        {
            throw KubectlException.Error("you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.");
        }

        var spec = arguments[1].StartsWith('/')
            ? Value.MapOf(("nonResourceAttributes", Value.MapOf(("path", arguments[1]), ("verb", arguments[0]))))
            : Value.MapOf(("resourceAttributes", await ResourceAsync(session, arguments, cancellationToken).ConfigureAwait(false)));
        if (!(arguments[1].StartsWith('/') ? _pathVerbs : _verbs).Contains(arguments[0]))
        {
            await session.Io.Err.WriteLineAsync($"Warning: verb '{arguments[0]}' is not a known verb\n").ConfigureAwait(false);
        }

        var review = Value.MapOf(("apiVersion", "authorization.k8s.io/v1"), ("kind", "SelfSubjectAccessReview"), ("spec", spec));
        var answer = await session.SendAsync(new ApiRequest("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews") { Body = ApiBody.Of(review.ToJson(), Session.Json) }, cancellationToken).ConfigureAwait(false);
        var status = answer["status"];
        var allowed = status["allowed"].AsBoolean == true;
        if (!_quiet.Value)
        {
            var reason = status["reason"].AsString is { Length: > 0 } why && !allowed ? $" - {why}" : "";
            var error = status["evaluationError"].AsString is { Length: > 0 } wrong ? $" - {wrong}" : "";
            await session.Io.Out.WriteLineAsync((allowed ? "yes" : "no") + reason + error).ConfigureAwait(false);
        }

        return allowed ? 0 : 1;
    }

    private async Task<Value> ResourceAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var parts = arguments[1].Split('/', 2);
        var name = parts.Length > 1 ? parts[1] : arguments.Count > 2 ? arguments[2] : "";
        var info = (await session.ResourcesAsync(cancellationToken).ConfigureAwait(false)).TryFind(parts[0]);
        if (info is null && parts[0] != "*")
        {
            await session.Io.Err.WriteLineAsync($"Warning: the server doesn't have a resource type '{parts[0]}'\n").ConfigureAwait(false);
        }

        if (info is { Namespaced: false } && !_everywhere.Value)
        {
            await session.Io.Err.WriteLineAsync($"Warning: resource '{info.Plural}' is not namespace scoped{(info.Kind.Group.Length > 0 ? $" in group '{info.Kind.Group}'" : "")}\n").ConfigureAwait(false);
        }

        return Value.MapOf(
            ("namespace", _everywhere.Value || info is { Namespaced: false } ? "" : session.Namespace),
            ("verb", arguments[0]),
            ("group", info?.Kind.Group ?? (parts[0] == "*" ? "*" : "")),
            ("resource", info?.Plural ?? parts[0]),
            ("subresource", _subresource.Value),
            ("name", name));
    }
}
