using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Config;

/// <summary><c>kubectl config use-context</c>.</summary>
public sealed class UseContextCommand() : Command("config use-context", "CONTEXT_NAME")
{
    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var name])
        {
            throw KubectlException.Error("accepts 1 arg(s), received " + arguments.Count);
        }

        if (!KubeconfigFiles.Merged(session).Contexts.ContainsKey(name))
        {
            throw KubectlException.Error($"no context exists with the name: \"{name}\"");
        }

        KubeconfigFiles.Change(session, document => document.With("current-context", name));
        await session.Io.Out.WriteLineAsync($"Switched to context \"{name}\".").ConfigureAwait(false);
        return 0;
    }
}
