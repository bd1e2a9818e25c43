using System.Collections.Immutable;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>kubectl create token</c>: asks for a token of a service account and prints it.</summary>
public sealed class CreateTokenCommand : Command
{
    private readonly Flag<ImmutableArray<string>> _audiences;
    private readonly Flag<TimeSpan> _duration;

    /// <summary>Declares the flags.</summary>
    public CreateTokenCommand()
        : base("create token", "SERVICE_ACCOUNT_NAME [options]")
    {
        _audiences = Flags.StringArray("audience", default, "Audience of the requested token.");
        _duration = Flags.Duration("duration", default, "Requested lifetime of the issued token.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var name])
        {
            throw KubectlException.Error($"exactly one NAME is required, got {arguments.Count}\nSee 'kubectl create token -h' for help and examples");
        }

        var spec = _audiences.Value.IsEmpty ? Value.EmptyMap : Value.MapOf(("audiences", Value.List(_audiences.Value.Select(one => (Value)one).ToValueList())));
        spec = _duration.Changed ? spec.With("expirationSeconds", (long)_duration.Value.TotalSeconds) : spec;
        var body = Value.MapOf(("apiVersion", "authentication.k8s.io/v1"), ("kind", "TokenRequest"), ("spec", spec));
        var path = ApiPath.Of(new("", "v1", "serviceaccounts"), session.Namespace, name, "token");
        try
        {
            var answer = await session.SendAsync(new ApiRequest("POST", path) { Body = ApiBody.Of(body.ToJson(), Session.Json) }, cancellationToken).ConfigureAwait(false);
            await session.Io.Out.WriteLineAsync(answer.At("status", "token").AsString).ConfigureAwait(false);
            return 0;
        }
        catch (ServerException e)
        {
            throw new KubectlException($"error: failed to create token: {e.ServerMessage}");
        }
    }
}
