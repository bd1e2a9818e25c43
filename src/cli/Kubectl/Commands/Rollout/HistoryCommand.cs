using System.Globalization;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Rollout;

/// <summary><c>kubectl rollout history</c>: the revisions that one can go back to.</summary>
public sealed class HistoryCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;

    /// <summary>Declares the flags.</summary>
    public HistoryCommand()
        : base("rollout history", "(TYPE NAME | TYPE/NAME) [flags] [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        foreach (var one in await ResourceFinder.FindAsync(session, arguments, _files, _selection, cancellationToken).ConfigureAwait(false))
        {
            var revisions = await Revisions.ReadAsync(session, one, cancellationToken).ConfigureAwait(false);
            await session.Io.Out.WriteLineAsync($"{one.DisplayName} ").ConfigureAwait(false);
            var table = new TabWriter(session.Io.Out, padding: 2, minWidth: 0);
            table.Add("REVISION", "CHANGE-CAUSE");
            foreach (var revision in revisions)
            {
                table.Add(revision.Number.ToString(CultureInfo.InvariantCulture), revision.ChangeCause.Length > 0 ? revision.ChangeCause : "<none>");
            }

            table.Flush();
            await session.Io.Out.WriteLineAsync().ConfigureAwait(false);
        }

        return 0;
    }
}
