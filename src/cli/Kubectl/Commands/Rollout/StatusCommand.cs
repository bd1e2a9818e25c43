using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Rollout;

/// <summary><c>kubectl rollout status</c>: shows how a rollout goes on until it is over.</summary>
public sealed class StatusCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly Flag<bool> _watch;
    private readonly Flag<TimeSpan> _timeout;

    /// <summary>Declares the flags.</summary>
    public StatusCommand()
        : base("rollout status", "(TYPE NAME | TYPE/NAME) [flags] [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags);
        _watch = Flags.Bool("watch", true, "Watch the status of the rollout until it's done.", 'w');
        _timeout = Flags.Duration("timeout", default, "The length of time to wait before ending watch, zero means never.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count == 0 && _files.Names.Count == 0)
        {
            throw KubectlException.Error("required resource not specified");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (_timeout.Value > TimeSpan.Zero)
        {
            limit.CancelAfter(_timeout.Value);
        }

        foreach (var one in await ResourceFinder.FindAsync(session, arguments, _files, _selection, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await FollowAsync(session, one, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw KubectlException.Error("timed out waiting for the condition");
            }
        }

        return 0;
    }

    private async Task FollowAsync(Session session, ResourceObject one, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (text, done) = RolloutView.Of(one.Info.Kind.Kind, one.Document);
            await ShowAsync(text).ConfigureAwait(false);
            if (done || !_watch.Value)
            {
                return;
            }

            KeyValuePair<string, string>[] query = [new("watch", "true"), new("fieldSelector", $"metadata.name={one.Name}"), new("resourceVersion", one.Document.At("metadata", "resourceVersion").AsString ?? "")];
            await foreach (var change in session.WatchAsync(new ApiRequest("GET", one.Info.Path(one.Namespace)) { Query = query }, cancellationToken).ConfigureAwait(false))
            {
                if (change["type"].AsString == "DELETED")
                {
                    throw KubectlException.Error("object has been deleted");
                }

                if (change["type"].AsString == "ERROR")
                {
                    break;
                }

                (text, done) = RolloutView.Of(one.Info.Kind.Kind, change["object"]);
                await ShowAsync(text).ConfigureAwait(false);
                if (done)
                {
                    return;
                }
            }

            one = one with { Document = await session.SendAsync(new ApiRequest("GET", one.Path()), cancellationToken).ConfigureAwait(false) };
        }

        async Task ShowAsync(string text)
        {
            await session.Io.Out.WriteAsync(text).ConfigureAwait(false);
            await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
