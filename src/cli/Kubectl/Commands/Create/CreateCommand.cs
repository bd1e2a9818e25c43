using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Commands.Apply;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>kubectl create -f</c>.</summary>
public sealed class CreateCommand : Command
{
    private readonly FileFlags _files;
    private readonly WriteFlags _write;
    private readonly Flag<bool> _saveConfig;
    private readonly Flag<string> _validate;

    /// <summary>Declares the flags.</summary>
    public CreateCommand()
        : base("create", "-f FILENAME [options]")
    {
        _files = new FileFlags(Flags);
        _write = new WriteFlags(Flags, "kubectl-create");
        _saveConfig = Flags.Bool("save-config", false, "If true, the configuration of current object will be saved in its annotation.");
        _validate = Flags.Add(new Flag<string>("validate", "strict", FlagTypes.String, "Must be one of: strict (or true), warn, ignore (or false).") { NoOptDefault = "strict" });
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count > 0)
        {
            throw KubectlException.Error($"Unexpected args: [{string.Join(' ', arguments)}]\nSee 'kubectl create -h' for help and examples");
        }

        if (_files.Names.Count == 0)
        {
            throw KubectlException.Error("must specify one of -f and -k");
        }

        var failed = false;
        foreach (var one in await ResourceFinder.FromFilesAsync(session, _files, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                var document = one.Info.Namespaced ? LastApplied.InNamespace(one.Document, one.Namespace) : one.Document;
                document = _saveConfig.Value ? LastApplied.Annotate(document) : document;
                var query = _write.Query();
                query.Add(new("fieldValidation", Validation.Of(_validate.Value)));
                var result = _write.OnClient
                    ? document
                    : await session.SendAsync(new ApiRequest("POST", one.Info.Path(one.Namespace)) { Body = ApiBody.Of(document.ToJson(), Session.Json), Query = query }, cancellationToken).ConfigureAwait(false);
                _write.Report(session, one, result, "created");
            }
            catch (ServerException e)
            {
                await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
                await session.Io.Err.WriteLineAsync(ApplyErrors.Word(e, one)).ConfigureAwait(false);
                failed = true;
            }
        }

        return failed ? 1 : 0;
    }
}
