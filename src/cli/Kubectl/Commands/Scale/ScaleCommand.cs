using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Scale;

/// <summary><c>kubectl scale</c>: sets the replicas wanted, through the scale subresource.</summary>
public sealed class ScaleCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly WriteFlags _write;
    private readonly Flag<int> _replicas;
    private readonly Flag<int> _currentReplicas;
    private readonly Flag<string> _resourceVersion;

    /// <summary>Declares the flags.</summary>
    public ScaleCommand()
        : base("scale", "[--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME) [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags, all: true);
        _write = new WriteFlags(Flags);
        _replicas = Flags.Int("replicas", 0, "The new desired number of replicas. Required.");
        _currentReplicas = Flags.Int("current-replicas", -1, "Precondition for current size.");
        _resourceVersion = Flags.String("resource-version", "", "Precondition for resource version.");
        Flags.Duration("timeout", default, "The length of time to wait before giving up on a scale operation, zero means don't wait.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (!_replicas.Changed)
        {
            throw KubectlException.Error("required flag(s) \"replicas\" not set");
        }

        if (_replicas.Value < 0)
        {
            throw KubectlException.Error("The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0");
        }

        foreach (var one in await ResourceFinder.FindAsync(session, arguments, _files, _selection, cancellationToken).ConfigureAwait(false))
        {
            var current = one.Document.At("spec", "replicas").AsInteger ?? 0;
            if (_currentReplicas.Value >= 0 && current != _currentReplicas.Value)
            {
                throw KubectlException.Error($"Expected replicas to be {_currentReplicas.Value}, was {current}");
            }

            var patch = Value.MapOf(("spec", Value.MapOf(("replicas", _replicas.Value))));
            patch = _resourceVersion.Value.Length > 0 ? patch.With("metadata", Value.MapOf(("resourceVersion", _resourceVersion.Value))) : patch;
            if (!_write.OnClient)
            {
                await session.SendAsync(new ApiRequest("PATCH", one.Path("scale")) { Body = ApiBody.Of(patch.ToJson(), Client.Patch.MergeType), Query = _write.Query() }, cancellationToken).ConfigureAwait(false);
            }

            _write.Report(session, one, one.Document, "scaled");
        }

        return 0;
    }
}
