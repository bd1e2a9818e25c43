using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Commands.Apply;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>kubectl create KIND NAME</c>: makes the object from flags and creates it.</summary>
public abstract class GenerateCommand : Command
{
    private readonly GroupVersionKind _kind;
    private readonly WriteFlags _write;
    private readonly Flag<bool> _saveConfig;

    /// <summary>A command for one kind.</summary>
    protected GenerateCommand(string name, GroupVersionKind kind, string usage)
        : base("create " + name, usage)
    {
        _kind = kind;
        _write = new WriteFlags(Flags, "kubectl-create");
        _saveConfig = Flags.Bool("save-config", false, "If true, the configuration of current object will be saved in its annotation.");
        Flags.Add(new Flag<string>("validate", "strict", FlagTypes.String, "Must be one of: strict (or true), warn, ignore (or false).") { NoOptDefault = "strict" });
    }

    /// <summary>The object without apiVersion, kind and namespace; name and everything else are there.</summary>
    protected abstract Task<Value> MakeAsync(Session session, string name, IReadOnlyList<string> more, CancellationToken cancellationToken);

    /// <summary>Refuses where a flag is missing that must be there.</summary>
    protected virtual void Require()
    {
    }

    /// <summary>An object with a name and other members.</summary>
    protected static Value Named(string name, params ReadOnlySpan<(string Key, Value Value)> members) =>
        Value.MapOf(members).With("metadata", Value.MapOf(("name", name)));

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        Require();
        var before = Flags.ArgsBeforeDash < 0 ? arguments.Count : Flags.ArgsBeforeDash;
        if (before != 1)
        {
            throw KubectlException.Error($"exactly one NAME is required, got {before}\nSee 'kubectl {Name} -h' for help and examples");
        }

        var document = (await MakeAsync(session, arguments[0], [.. arguments.Skip(1)], cancellationToken).ConfigureAwait(false)).With("apiVersion", _kind.ApiVersion).With("kind", _kind.Kind);
        document = Whole.Of(document);
        var info = (await session.ResourcesAsync(cancellationToken).ConfigureAwait(false)).Of(_kind, "");
        document = info.Namespaced && (session.Flags.NamespaceGiven || !_write.OnClient) ? LastApplied.InNamespace(document, session.Namespace) : document;
        document = _saveConfig.Value ? LastApplied.Annotate(document) : document;
        var one = new ResourceObject(info, info.Namespaced ? session.Namespace : "", arguments[0], document);
        try
        {
            var result = _write.OnClient
                ? document
                : await session.SendAsync(new ApiRequest("POST", info.Path(one.Namespace)) { Body = ApiBody.Of(document.ToJson(), Session.Json), Query = [.. _write.Query(), new("fieldValidation", "Strict")] }, cancellationToken).ConfigureAwait(false);
            _write.Report(session, one, result, "created");
            return 0;
        }
        catch (ServerException e) when (e.Reason == "AlreadyExists")
        {
            throw new KubectlException($"error: failed to create {_kind.Kind.ToLowerInvariant()}: {e.ServerMessage}");
        }
    }
}
