using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Rollout;

/// <summary><c>kubectl rollout pause</c> and <c>resume</c>: whether a Deployment's template changes wait.</summary>
public sealed class PauseCommand : Command
{
    private readonly bool _pause;
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly WriteFlags _write;

    /// <summary>One of the two.</summary>
    public PauseCommand(bool pause)
        : base(pause ? "rollout pause" : "rollout resume", "RESOURCE [options]")
    {
        _pause = pause;
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags);
        _write = new WriteFlags(Flags, "kubectl-rollout");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (verb, done) = _pause ? ("pausing", "paused") : ("resuming", "resumed");
        foreach (var one in await ResourceFinder.FindAsync(session, arguments, _files, _selection, cancellationToken).ConfigureAwait(false))
        {
            if (one.Info.Kind.Kind != "Deployment")
            {
                throw KubectlException.Error($"{one.Info.ResourceName} \"{one.Name}\" {verb} is not supported");
            }

            if ((one.Document.At("spec", "paused").AsBoolean ?? false) == _pause)
            {
                throw KubectlException.Error($"{one.Info.ResourceName} \"{one.Name}\" {(_pause ? "is already paused" : "is not paused")}");
            }

            var patch = Value.MapOf(("spec", Value.MapOf(("paused", _pause ? (Value)true : Value.Null))));
            await session.SendAsync(new ApiRequest("PATCH", one.Path()) { Body = ApiBody.Of(patch.ToJson(), Client.Patch.StrategicType), Query = _write.Query() }, cancellationToken).ConfigureAwait(false);
            _write.Report(session, one, one.Document, done);
        }

        return 0;
    }
}
