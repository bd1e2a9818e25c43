using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Apply;

/// <summary><c>kubectl apply</c>: makes objects what files say, by a three-way patch against what was applied last, or by the server.</summary>
public sealed class ApplyCommand : Command
{
    private readonly FileFlags _files;
    private readonly WriteFlags _write;
    private readonly SelectionFlags _selection;
    private readonly Flag<bool> _serverSide;
    private readonly Flag<bool> _forceConflicts;
    private readonly Flag<string> _validate;

    /// <summary>Declares the flags.</summary>
    public ApplyCommand()
        : base("apply", "(-f FILENAME | -k DIRECTORY) [options]")
    {
        _files = new FileFlags(Flags);
        _write = new WriteFlags(Flags, LastApplied.Manager) { Gathers = true };
        _selection = new SelectionFlags(Flags);
        _serverSide = Flags.Bool("server-side", false, "If true, apply runs in the server instead of the client.");
        _forceConflicts = Flags.Bool("force-conflicts", false, "If true, server-side apply will force the changes against conflicts.");
        Flags.Bool("overwrite", true, "Automatically resolve conflicts between the modified and live configuration by using values from the modified configuration");
        _validate = Flags.Add(new Flag<string>("validate", "strict", FlagTypes.String, "Must be one of: strict (or true), warn, ignore (or false).") { NoOptDefault = "strict" });
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count > 0)
        {
            throw KubectlException.Error($"Unexpected args: [{string.Join(' ', arguments)}]\nSee 'kubectl apply -h' for help and examples");
        }

        if (_files.Names.Count == 0)
        {
            throw KubectlException.Error("must specify one of -f and -k");
        }

        if (_forceConflicts.Value && !_serverSide.Value)
        {
            throw KubectlException.Error("--force-conflicts only works with --server-side");
        }

        var objects = await ResourceFinder.FromFilesAsync(session, _files, cancellationToken).ConfigureAwait(false);
        var selector = _selection.Labels.Length > 0 ? Selector.Parse(_selection.Labels) : Selector.Everything;
        var wanted = objects.Where(one => selector.Matches(Labels(one.Document))).ToList();
        if (wanted.Count == 0)
        {
            throw KubectlException.Error("no objects passed to apply");
        }

        var failed = false;
        foreach (var one in wanted)
        {
            try
            {
                await ApplyAsync(session, one, cancellationToken).ConfigureAwait(false);
            }
            catch (ServerException e)
            {
                await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
                await session.Io.Err.WriteLineAsync(ApplyErrors.Word(e, one)).ConfigureAwait(false);
                failed = true;
            }
        }

        _write.Finish(session);
        return failed ? 1 : 0;
    }

    private async Task ApplyAsync(Session session, ResourceObject one, CancellationToken cancellationToken)
    {
        if (one.Name.Length == 0)
        {
            throw KubectlException.Error($"error when applying {one.Source}: resource name may not be empty");
        }

        var placed = one.Info.Namespaced ? one with { Document = LastApplied.InNamespace(one.Document, one.Namespace) } : one;
        if (_serverSide.Value)
        {
            await OnServerAsync(session, placed, cancellationToken).ConfigureAwait(false);
            return;
        }

        var applied = LastApplied.Annotate(placed.Document);
        for (var attempt = 0; ; attempt++)
        {
            Value live;
            try
            {
                live = await session.SendAsync(new ApiRequest("GET", placed.Path()), cancellationToken).ConfigureAwait(false);
            }
            catch (ServerException e) when (e.Reason == "NotFound")
            {
                await CreateAsync(session, placed, applied, cancellationToken).ConfigureAwait(false);
                return;
            }

            try
            {
                await PatchAsync(session, placed, applied, live, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ServerException e) when (e.Reason == "Conflict" && attempt < 5)
            {
                // Someone else wrote in between: look again.
            }
        }
    }

    private async Task CreateAsync(Session session, ResourceObject one, Value applied, CancellationToken cancellationToken)
    {
        var result = _write.OnClient
            ? applied
            : await session.SendAsync(new ApiRequest("POST", one.Info.Path(one.Namespace)) { Body = ApiBody.Of(applied.ToJson(), Session.Json), Query = Query(_write.Manager) }, cancellationToken).ConfigureAwait(false);
        _write.Report(session, one, result, "created");
    }

    private async Task PatchAsync(Session session, ResourceObject one, Value applied, Value live, CancellationToken cancellationToken)
    {
        if (LastApplied.Of(live).IsNull)
        {
            await session.Io.Err.WriteLineAsync(
                $"Warning: resource {one.Info.Plural}/{one.Name} is missing the {LastApplied.Annotation} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.").ConfigureAwait(false);
        }

        var patch = ThreeWayPatch.Make(one.Info.Kind, LastApplied.Of(live), applied, live);
        if (patch.Document.Entries.IsEmpty)
        {
            _write.Report(session, one, live, "unchanged");
            return;
        }

        var result = _write.OnClient
            ? live
            : await session.SendAsync(new ApiRequest("PATCH", one.Path()) { Body = ApiBody.Of(patch.Document.ToJson(), patch.MediaType), Query = Query(_write.Manager) }, cancellationToken).ConfigureAwait(false);
        _write.Report(session, one, result, "configured");
    }

    private async Task OnServerAsync(Session session, ResourceObject one, CancellationToken cancellationToken)
    {
        var query = Query(_write.ManagerGiven ? _write.Manager : "kubectl");
        query.Add(new("force", _forceConflicts.Value ? "true" : "false"));
        var request = new ApiRequest("PATCH", one.Path()) { Body = ApiBody.Of(one.Document.ToJson(), Client.Patch.ApplyType), Query = query };
        _write.Report(session, one, await session.SendAsync(request, cancellationToken).ConfigureAwait(false), "serverside-applied");
    }

    private List<KeyValuePair<string, string>> Query(string manager)
    {
        var query = _write.Query(manager);
        query.Add(new("fieldValidation", Validation.Of(_validate.Value)));
        return query;
    }

    private static ValueMap<string> Labels(Value document) =>
        document.At("metadata", "labels").Entries.ToValueMap(entry => entry.Key, entry => entry.Value.AsString ?? "");
}
