using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Client.Transport;

namespace Cybernetes.Informers.Caching;

/// <content>
/// The reflector: Listing (a streaming list, KEP-3157, or a plain list where the server has none) → Watching from the version read → back to
/// Watching when the server ends the watch, back to Listing when the version has expired (410).
/// </content>
public sealed partial class SharedInformer<T>
{
    private const string InitialEventsEnd = "k8s.io/initial-events-end";
    private static readonly TimeSpan _minBackoff = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan _maxBackoff = TimeSpan.FromSeconds(30);

    private State _state;

    private enum State
    {
        /// <summary>The store is to be filled anew.</summary>
        Listing,

        /// <summary>The store is filled; changes follow from its version on.</summary>
        Watching,
    }

    /// <summary>Keeps the store current until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (streaming, failures) = (true, 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            Outcome outcome;
            try
            {
                outcome = (_state, streaming) switch
                {
                    (State.Listing, true) => await StreamAsync(fill: true, cancellationToken).ConfigureAwait(false),
                    (State.Listing, false) => await ListAsync(cancellationToken).ConfigureAwait(false),
                    _ => await StreamAsync(fill: false, cancellationToken).ConfigureAwait(false),
                };
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or WireException or OperationCanceledException)
            {
                outcome = new(Failed: true, e.Message);
            }

            if (outcome.StreamingRefused)
            {
                streaming = false;
                continue;
            }

            _state = outcome.Expired ? State.Listing : _state;
            if (!outcome.Failed)
            {
                failures = 0;
                continue;
            }

            InformerLog.WatchFailed(_logger, Resource.Resource.ToString(), outcome.Reason);
            try
            {
                await Task.Delay(Backoff(failures++, outcome.RetryAfterSeconds), _client.Time, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<Outcome> ListAsync(CancellationToken cancellationToken)
    {
        var options = new ListOptions { LabelSelector = Scope.LabelSelector, FieldSelector = Scope.FieldSelector, ResourceVersion = "0" };
        var result = await _client.ListAsync(Resource, Scope.Namespace, options, cancellationToken).ConfigureAwait(false);
        if (!result.Ok)
        {
            return new(Failed: true, result.Message);
        }

        Replace(result.Value.Items);
        Filled(result.Value.Metadata.ResourceVersion);
        return default;
    }

    private async Task<Outcome> StreamAsync(bool fill, CancellationToken cancellationToken)
    {
        var options = new ListOptions
        {
            LabelSelector = Scope.LabelSelector,
            FieldSelector = Scope.FieldSelector,
            AllowWatchBookmarks = true,
            ResourceVersion = fill ? "" : ResourceVersion,
            SendInitialEvents = fill ? true : null,
            ResourceVersionMatch = fill ? "NotOlderThan" : "",
            // Spread, so that the watches of a process do not all end together.
            TimeoutSeconds = Random.Shared.Next(300, 600),
        };
        var gathered = fill ? new Dictionary<NamespacedName, T>() : null;
        await foreach (var change in _client.WatchAsync(Resource, Scope.Namespace, options, cancellationToken).ConfigureAwait(false))
        {
            if (change.Type is WatchEventType.Error || change.Object is not { } value)
            {
                return Refused(change.Status!, fill);
            }

            if (gathered is not null)
            {
                if (change.Type is WatchEventType.Bookmark && value.Metadata.Annotations.GetValueOrDefault(InitialEventsEnd) == "true")
                {
                    Replace(gathered.Values);
                    gathered = null;
                    Filled(value.Metadata.ResourceVersion);
                }
                else if (change.Type is WatchEventType.Deleted)
                {
                    gathered.Remove(NamespacedName.Of(value));
                }
                else if (change.Type is not WatchEventType.Bookmark)
                {
                    gathered[NamespacedName.Of(value)] = value;
                }

                continue;
            }

            switch (change.Type)
            {
                case WatchEventType.Added or WatchEventType.Modified:
                    Apply(value);
                    break;
                case WatchEventType.Deleted:
                    Remove(value);
                    break;
            }

            ResourceVersion = value.Metadata.ResourceVersion;
        }

        return gathered is null ? default : new(Failed: true, "the watch ended before the initial events did");
    }

    private static Outcome Refused(Status status, bool fill) => status switch
    {
        { Code: 410 } or { Reason: "Expired" or "Gone" } => new(Failed: false, status.Message, Expired: true),
        { Code: 400 or 422 } when fill => new(Failed: false, status.Message, StreamingRefused: true),
        _ => new(Failed: true, status.Message, RetryAfterSeconds: status.Details?.RetryAfterSeconds ?? 0),
    };

    private void Filled(string resourceVersion)
    {
        ResourceVersion = resourceVersion;
        _state = State.Watching;
        _synced.TrySetResult();
    }

    private static TimeSpan Backoff(int failures, int retryAfterSeconds)
    {
        var backoff = TimeSpan.FromTicks(Math.Min(_maxBackoff.Ticks, _minBackoff.Ticks << Math.Min(failures, 10)));
        var asked = TimeSpan.FromSeconds(retryAfterSeconds);
        return (asked > backoff ? asked : backoff) * (1 + Random.Shared.NextDouble());
    }

    private readonly record struct Outcome(bool Failed, string Reason, bool Expired = false, bool StreamingRefused = false, int RetryAfterSeconds = 0);
}
