using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>kubectl replace -f</c>: puts whole objects in the place of those that are there.</summary>
public sealed class ReplaceCommand : Command
{
    private readonly FileFlags _files;
    private readonly WriteFlags _write;
    private readonly Flag<string> _subresource;

    /// <summary>Declares the flags.</summary>
    public ReplaceCommand()
        : base("replace", "-f FILENAME [options]")
    {
        _files = new FileFlags(Flags);
        _write = new WriteFlags(Flags, "kubectl-replace");
        _subresource = Flags.String("subresource", "", "If specified, replace will operate on the subresource of the requested object.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (_files.Names.Count == 0)
        {
            throw KubectlException.Error("must specify --filename to replace");
        }

        foreach (var one in await ResourceFinder.FromFilesAsync(session, _files, cancellationToken).ConfigureAwait(false))
        {
            var request = new ApiRequest("PUT", one.Path(_subresource.Value)) { Body = ApiBody.Of(one.Document.ToJson(), Session.Json), Query = _write.Query() };
            _write.Report(session, one, _write.OnClient ? one.Document : await session.SendAsync(request, cancellationToken).ConfigureAwait(false), "replaced");
        }

        return 0;
    }
}
