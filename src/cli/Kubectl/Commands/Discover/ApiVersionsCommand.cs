using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Discover;

/// <summary><c>kubectl api-versions</c>.</summary>
public sealed class ApiVersionsCommand() : Command("api-versions", "")
{
    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var all = (await session.ResourcesAsync(cancellationToken).ConfigureAwait(false)).All;
        foreach (var version in all.Select(one => one.Resource).Select(one => one.Group.Length == 0 ? one.Version : $"{one.Group}/{one.Version}").Distinct().Order(StringComparer.Ordinal))
        {
            await session.Io.Out.WriteLineAsync(version).ConfigureAwait(false);
        }

        return 0;
    }
}
