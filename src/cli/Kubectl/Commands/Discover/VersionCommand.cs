using Cybernetes.Api.Machinery;
using Cybernetes.Base;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Discover;

/// <summary><c>kubectl version</c>.</summary>
public sealed class VersionCommand : Command
{
    private static readonly string[] _order = ["major", "minor", "emulationMajor", "emulationMinor", "minCompatibilityMajor", "minCompatibilityMinor", "gitVersion", "gitCommit", "gitTreeState", "buildDate", "goVersion", "compiler", "platform"];

    private static readonly Value _own = Value.MapOf(
        ("gitVersion", ProductVersion.GitVersion),
        ("major", ProductVersion.Major),
        ("minor", ProductVersion.Minor),
        ("platform", $"linux/{(System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64")}"));

    private readonly Flag<bool> _client;
    private readonly Flag<string> _output;

    /// <summary>Declares the flags.</summary>
    public VersionCommand()
        : base("version", "[flags] [options]")
    {
        _client = Flags.Bool("client", false, "If true, shows client version only (no server required).");
        _output = Flags.String("output", "", "One of 'yaml' or 'json'.", 'o');
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (_output.Value is not ("" or "yaml" or "json"))
        {
            throw KubectlException.Error("--output must be 'yaml' or 'json'");
        }

        var server = _client.Value ? Value.Null : await session.SendAsync(new ApiRequest("GET", "/version"), cancellationToken).ConfigureAwait(false);
        if (_output.Value.Length == 0)
        {
            await session.Io.Out.WriteLineAsync($"Client Version: {ProductVersion.GitVersion}").ConfigureAwait(false);
            if (!server.IsNull)
            {
                await session.Io.Out.WriteLineAsync($"Server Version: {server["gitVersion"].AsString}").ConfigureAwait(false);
            }

            return 0;
        }

        if (_output.Value == "json")
        {
            await session.Io.Out.WriteLineAsync(Json(server)).ConfigureAwait(false);
            return 0;
        }

        var versions = Value.MapOf(("clientVersion", _own));
        versions = server.IsNull ? versions : versions.With("serverVersion", server);
        ObjectPrinter.Of(_output.Value)!.Print(versions, session.Io.Out);
        return 0;
    }

    // In upstream's order, not that of the alphabet, and with two spaces.
    private static string Json(Value server)
    {
        var parts = new List<string> { $"  \"clientVersion\": {{\n{Members(_own)}\n  }}" };
        if (!server.IsNull)
        {
            parts.Add($"  \"serverVersion\": {{\n{Members(server)}\n  }}");
        }

        return $"{{\n{string.Join(",\n", parts)}\n}}";
    }

    private static string Members(Value version) => string.Join(",\n", _order.Where(key => !version[key].IsNull).Select(key => $"    \"{key}\": {version[key]}"));
}
