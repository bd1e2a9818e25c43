using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Delete;

/// <summary><c>kubectl delete</c>: asks for deletion, and waits until the objects are gone.</summary>
public sealed class DeleteCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly Flag<string> _output;
    private readonly Flag<string> _cascade;
    private readonly Flag<string> _dryRun;
    private readonly Flag<bool> _force;
    private readonly Flag<bool> _now;
    private readonly Flag<bool> _wait;
    private readonly Flag<bool> _ignoreNotFound;
    private readonly Flag<int> _grace;
    private readonly Flag<TimeSpan> _timeout;

    /// <summary>Declares the flags.</summary>
    public DeleteCommand()
        : base("delete", "([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l label | --all)]) [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags, fields: true, everywhere: true, all: true);
        _output = Flags.String("output", "", "Output mode. Use \"-o name\" for shorter output (resource/name).", 'o');
        _cascade = Flags.Add(new Flag<string>("cascade", "background", FlagTypes.String, "Must be \"background\", \"orphan\", or \"foreground\".") { NoOptDefault = "background" });
        _dryRun = Flags.Add(new Flag<string>("dry-run", "none", FlagTypes.String, "Must be \"none\", \"server\", or \"client\".") { NoOptDefault = "unchanged" });
        _force = Flags.Bool("force", false, "If true, immediately remove resources from API and bypass graceful deletion.");
        _now = Flags.Bool("now", false, "If true, resources are signaled for immediate shutdown (same as --grace-period=1).");
        _wait = Flags.Bool("wait", true, "If true, wait for resources to be gone before returning. This waits for finalizers.");
        _ignoreNotFound = Flags.Bool("ignore-not-found", false, "Treat \"resource not found\" as a successful delete.");
        _grace = Flags.Int("grace-period", -1, "Period of time in seconds given to the resource to terminate gracefully.");
        _timeout = Flags.Duration("timeout", default, "The length of time to wait before giving up on a delete, zero means determine a timeout from the size of the object");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (_files.Names.Count == 0 && arguments.Count == 0)
        {
            throw KubectlException.Error("You must provide one or more resources by argument or filename.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'");
        }

        if (_force.Value && Grace == 0)
        {
            await session.Io.Err.WriteLineAsync("Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.").ConfigureAwait(false);
        }

        var targets = await TargetsAsync(session, arguments, cancellationToken).ConfigureAwait(false);
        if (targets.Count == 0 && _files.Names.Count == 0)
        {
            await session.Io.Out.WriteLineAsync("No resources found").ConfigureAwait(false);
            return 0;
        }

        var failed = false;
        var leaving = new List<(ResourceObject Target, string Uid)>();
        foreach (var target in targets)
        {
            try
            {
                leaving.Add((target, await DeleteAsync(session, target, cancellationToken).ConfigureAwait(false)));
            }
            catch (ServerException e) when (e.Reason == "NotFound" && (_ignoreNotFound.Value || _selection.All || _selection.Labels.Length > 0))
            {
                // It is gone, which is what was asked for.
            }
            catch (ServerException e)
            {
                await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
                await session.Io.Err.WriteLineAsync(e.Message).ConfigureAwait(false);
                failed = true;
            }
        }

        await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (_wait.Value && _dryRun.Value == "none" && !(_force.Value && Grace == 0))
        {
            await new Leaving(session).WaitAsync(leaving, _timeout.Value, cancellationToken).ConfigureAwait(false);
        }

        return failed ? 1 : 0;
    }

    // Zero without --force becomes one, so that nobody loses data by accident.
    private int Grace => _grace.Changed ? (_grace.Value == 0 && !_force.Value ? 1 : _grace.Value) : _now.Value ? 1 : _force.Value ? 0 : -1;

    private async Task<IReadOnlyList<ResourceObject>> TargetsAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (_files.Names.Count > 0)
        {
            return await ResourceFinder.FromFilesAsync(session, _files, cancellationToken).ConfigureAwait(false);
        }

        var queries = ResourceQuery.Parse(arguments, await session.ResourcesAsync(cancellationToken).ConfigureAwait(false));
        if (queries.All(query => query.Name.Length > 0))
        {
            return [.. queries.Select(query => new ResourceObject(query.Info, query.Info.Namespaced ? session.Namespace : "", query.Name, Value.Null))];
        }

        return await ResourceFinder.FindAsync(session, arguments, null, _selection, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> DeleteAsync(Session session, ResourceObject target, CancellationToken cancellationToken)
    {
        var options = Value.MapOf(("propagationPolicy", _cascade.Value switch
        {
            "background" or "true" => "Background",
            "foreground" => "Foreground",
            "orphan" or "false" => "Orphan",
            _ => throw KubectlException.Error($"invalid cascade value ({_cascade.Value}). Must be \"background\", \"foreground\", or \"orphan\""),
        }));
        options = Grace >= 0 ? options.With("gracePeriodSeconds", Grace) : options;
        var query = _dryRun.Value == "server" ? new KeyValuePair<string, string>[] { new("dryRun", "All") } : [];
        var answer = _dryRun.Value is "none" or "server"
            ? await session.SendAsync(new ApiRequest("DELETE", target.Path()) { Body = ApiBody.Of(options.ToJson(), Session.Json), Query = query }, cancellationToken).ConfigureAwait(false)
            : Value.Null;
        if (_output.Value == "name")
        {
            await session.Io.Out.WriteLineAsync(target.DisplayName).ConfigureAwait(false);
        }
        else
        {
            var done = _force.Value && Grace == 0 ? "force deleted" : "deleted";
            var where = target.Namespace.Length > 0 ? $" from {target.Namespace} namespace" : "";
            var suffix = _dryRun.Value switch { "none" => "", "server" => " (server dry run)", _ => " (dry run)" };
            await session.Io.Out.WriteLineAsync($"{target.Info.KindName} \"{target.Name}\" {done}{where}{suffix}").ConfigureAwait(false);
        }

        return answer.At("details", "uid").AsString ?? answer.At("metadata", "uid").AsString ?? "";
    }
}
