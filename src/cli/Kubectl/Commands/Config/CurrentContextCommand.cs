using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Config;

/// <summary><c>kubectl config current-context</c>.</summary>
public sealed class CurrentContextCommand() : Command("config current-context", "")
{
    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var current = KubeconfigFiles.Merged(session).CurrentContext;
        await session.Io.Out.WriteLineAsync(current.Length > 0 ? current : throw KubectlException.Error("current-context is not set")).ConfigureAwait(false);
        return 0;
    }
}
