using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Rollout;

/// <summary><c>kubectl rollout undo</c>: goes back to the last revision, or to a given one.</summary>
public sealed class UndoCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly WriteFlags _write;
    private readonly Flag<long> _revision;

    /// <summary>Declares the flags.</summary>
    public UndoCommand()
        : base("rollout undo", "(TYPE NAME | TYPE/NAME) [flags] [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags);
        _write = new WriteFlags(Flags);
        _revision = Flags.Int64("to-revision", 0, "The revision to rollback to. Default to 0 (last revision).");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        foreach (var one in await ResourceFinder.FindAsync(session, arguments, _files, _selection, cancellationToken).ConfigureAwait(false))
        {
            var revisions = await Revisions.ReadAsync(session, one, cancellationToken).ConfigureAwait(false);
            var wanted = _revision.Value > 0
                ? revisions.FirstOrDefault(revision => revision.Number == _revision.Value) ?? throw KubectlException.Error($"unable to find specified revision {_revision.Value} in history")
                : revisions.Count > 1 ? revisions[^2] : throw KubectlException.Error($"no rollout history found for {one.Info.Kind.Kind.ToLowerInvariant()} \"{one.Name}\"");
            if (one.Document.At("spec", "paused").AsBoolean == true)
            {
                throw KubectlException.Error("you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again");
            }

            if (wanted.Number == revisions[^1].Number)
            {
                _write.Report(session, one, one.Document, $"skipped rollback (current template already matches revision {wanted.Number})");
                continue;
            }

            var request = new ApiRequest("PATCH", one.Path()) { Body = ApiBody.Of(wanted.Patch.ToJson(), Client.Patch.StrategicType), Query = _write.Query() };
            await session.SendAsync(request, cancellationToken).ConfigureAwait(false);
            _write.Report(session, one, one.Document, "rolled back");
        }

        return 0;
    }
}
