using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Config;

/// <summary><c>kubectl config get-contexts</c>.</summary>
public sealed class GetContextsCommand : Command
{
    private readonly Flag<bool> _noHeaders;
    private readonly Flag<string> _output;

    /// <summary>Declares the flags.</summary>
    public GetContextsCommand()
        : base("config get-contexts", "[(-o|--output=)name)] [options]")
    {
        _noHeaders = Flags.Bool("no-headers", false, "When using the default or custom-column output format, don't print headers.");
        _output = Flags.String("output", "", "Output format. One of: (name).", 'o');
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var config = KubeconfigFiles.Merged(session);
        var wanted = arguments.Count > 0 ? arguments : [.. config.Contexts.Keys.Order(StringComparer.Ordinal)];
        if (_output.Value == "name")
        {
            foreach (var name in wanted)
            {
                await session.Io.Out.WriteLineAsync(name).ConfigureAwait(false);
            }

            return 0;
        }

        var table = new TabWriter(session.Io.Out);
        if (!_noHeaders.Value)
        {
            table.Add("CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE");
        }

        var missing = wanted.FirstOrDefault(name => !config.Contexts.ContainsKey(name));
        foreach (var name in wanted.Where(config.Contexts.ContainsKey))
        {
            var context = config.Contexts[name].Value;
            table.Add(name == config.CurrentContext ? "*" : "", name, context["cluster"].AsString ?? "", context["user"].AsString ?? "", context["namespace"].AsString ?? "");
        }

        table.Flush();
        return missing is null ? 0 : throw KubectlException.Error($"context {missing} not found");
    }
}
