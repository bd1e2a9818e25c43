using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Config;

/// <summary><c>kubectl config view</c>.</summary>
public sealed class ViewCommand : Command
{
    private readonly Flag<bool> _raw;
    private readonly Flag<bool> _minify;
    private readonly Flag<bool> _flatten;
    private readonly Flag<string> _output;

    /// <summary>Declares the flags.</summary>
    public ViewCommand()
        : base("config view", "[flags] [options]")
    {
        _raw = Flags.Bool("raw", false, "Display raw byte data and sensitive data");
        _minify = Flags.Bool("minify", false, "Remove all information not used by current-context from the output");
        _flatten = Flags.Bool("flatten", false, "Flatten the resulting kubeconfig file into self-contained output (useful for creating portable kubeconfig files)");
        _output = Flags.String("output", "yaml", "Output format.", 'o');
    }

    /// <inheritdoc/>
    public override Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var config = KubeconfigFiles.Merged(session);
        var current = session.Flags.Context.Length > 0 ? session.Flags.Context : config.CurrentContext;
        config = _minify.Value ? KubeconfigFiles.Minified(config, current) : config;
        ObjectPrinter.Of(_output.Value)!.Print(KubeconfigFiles.ToDocument(config with { CurrentContext = current }, _raw.Value, _flatten.Value), session.Io.Out);
        return Task.FromResult(0);
    }
}
