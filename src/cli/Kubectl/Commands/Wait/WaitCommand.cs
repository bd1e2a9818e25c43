using System.Collections.Immutable;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Wait;

/// <summary><c>kubectl wait</c>: until a condition holds, a field has a value, or the object is gone.</summary>
public sealed class WaitCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly Flag<ImmutableArray<string>> _for;
    private readonly Flag<TimeSpan> _timeout;

    /// <summary>Declares the flags.</summary>
    public WaitCommand()
        : base("wait", "([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]] [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags, fields: true, everywhere: true, all: true);
        _for = Flags.StringArray("for", default, "The condition to wait on: [create|delete|condition=condition-name[=condition-value]|jsonpath='{JSONPath expression}'=[JSONPath value]].");
        _timeout = Flags.Duration("timeout", TimeSpan.FromSeconds(30), "The length of time to wait before giving up.  Zero means check once and don't wait, negative means wait for a week.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (_for.Value is not [var what, ..])
        {
            throw KubectlException.Error("unrecognized condition: \"\"");
        }

        var goal = WaitGoal.Parse(what);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout.Value < TimeSpan.Zero ? TimeSpan.FromDays(7) : _timeout.Value + TimeSpan.FromMilliseconds(500));
        IReadOnlyList<ResourceObject> objects;
        try
        {
            objects = await ResourceFinder.FindAsync(session, arguments, _files, _selection, cancellationToken).ConfigureAwait(false);
        }
        catch (ServerException e) when (e.Reason == "NotFound" && goal.UntilGone)
        {
            return 0;
        }

        if (objects.Count == 0)
        {
            return goal.UntilGone ? 0 : throw KubectlException.Error("no matching resources found");
        }

        var failed = false;
        foreach (var one in objects)
        {
            try
            {
                await WaitAsync(session, one, goal, limit.Token).ConfigureAwait(false);
                await session.Io.Out.WriteLineAsync($"{one.DisplayName} condition met").ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
                await session.Io.Err.WriteLineAsync($"error: timed out waiting for the condition on {one.Info.Plural}/{one.Name}").ConfigureAwait(false);
                failed = true;
            }
        }

        return failed ? 1 : 0;
    }

    private static async Task WaitAsync(Session session, ResourceObject one, WaitGoal goal, CancellationToken cancellationToken)
    {
        while (true)
        {
            Value live;
            try
            {
                live = await session.SendAsync(new ApiRequest("GET", one.Path()), cancellationToken).ConfigureAwait(false);
            }
            catch (ServerException e) when (e.Reason == "NotFound" && goal.UntilGone)
            {
                return;
            }

            if (goal.IsMet(live))
            {
                return;
            }

            KeyValuePair<string, string>[] query = [new("watch", "true"), new("fieldSelector", $"metadata.name={one.Name}"), new("resourceVersion", live.At("metadata", "resourceVersion").AsString ?? "")];
            await foreach (var change in session.WatchAsync(new ApiRequest("GET", one.Info.Path(one.Namespace)) { Query = query }, cancellationToken).ConfigureAwait(false))
            {
                var type = change["type"].AsString;
                if (type == "DELETED" && goal.UntilGone || type is "ADDED" or "MODIFIED" && goal.IsMet(change["object"]))
                {
                    return;
                }

                if (type == "ERROR")
                {
                    break;
                }
            }
        }
    }
}
