using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Auth;

/// <summary><c>kubectl auth whoami</c>.</summary>
public sealed class WhoAmICommand : Command
{
    private readonly Flag<string> _output;

    /// <summary>Declares the flags.</summary>
    public WhoAmICommand()
        : base("auth whoami", "[options]") =>
        _output = Flags.String("output", "", "Output format.", 'o');

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var review = Value.MapOf(("apiVersion", "authentication.k8s.io/v1"), ("kind", "SelfSubjectReview"));
        var answer = await session.SendAsync(new ApiRequest("POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews") { Body = ApiBody.Of(review.ToJson(), Session.Json) }, cancellationToken).ConfigureAwait(false);
        if (ObjectPrinter.Of(_output.Value) is { } printer)
        {
            printer.Print(answer, session.Io.Out);
            return 0;
        }

        var user = answer.At("status", "userInfo");
        var table = new TabWriter(session.Io.Out);
        table.Add("ATTRIBUTE", "VALUE");
        Add("Username", user["username"].AsString ?? "");
        Add("UID", user["uid"].AsString ?? "");
        Add("Groups", user["groups"].Items.IsEmpty ? "" : GoValue.Format(user["groups"]));
        foreach (var (key, values) in user["extra"].Entries)
        {
            Add($"Extra: {key}", GoValue.Format(values));
        }

        table.Flush();
        return 0;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                table.Add(name, value);
            }
        }
    }
}
