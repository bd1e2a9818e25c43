using System.Threading.Channels;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Informers.Events;

/// <summary>
/// Writes core/v1 Events as upstream's components do: alike ones are counted, many similar ones combined, spam dropped. A thousand may wait;
/// beyond that events are lost. <see cref="RunAsync"/> does the writing. Thread safe.
/// </summary>
/// <param name="client">Whom the events are written by.</param>
/// <param name="component">The component told as the source, such as <c>replicaset-controller</c>.</param>
/// <param name="host">The node told as the source; empty for none.</param>
/// <param name="loggers">Where logs go.</param>
public sealed class EventRecorder(KubeClient client, string component, string host = "", ILoggerFactory? loggers = null) : IEventRecorder
{
    private readonly Channel<Event> _queue = Channel.CreateBounded<Event>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly EventCorrelator _correlator = new(client.Time);
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("events");
    private long _lastName;

    /// <inheritdoc/>
    public void Event(IObject about, string type, string reason, string message) => Event(about.ToReference(), type, reason, message);

    /// <inheritdoc/>
    public void Event(ObjectReference about, string type, string reason, string message) => Event(about, null, type, reason, "", message);

    /// <inheritdoc/>
    public void Event(ObjectReference about, ObjectReference? related, string type, string reason, string action, string message) =>
        Enqueue(about, related, type, reason, action, message, component);

    private void Enqueue(ObjectReference about, ObjectReference? related, string type, string reason, string action, string message, string source)
    {
        var now = client.Time.GetUtcNow();
        _queue.Writer.TryWrite(new Event
        {
            Metadata = new ObjectMeta { Name = $"{about.Name}.{UniqueNanoseconds(now):x}", Namespace = about.Namespace.Length > 0 ? about.Namespace : "default" },
            InvolvedObject = about,
            Related = related,
            Reason = reason,
            Message = message,
            Action = action,
            Type = type,
            Count = 1,
            FirstTimestamp = now,
            LastTimestamp = now,
            Source = new EventSource { Component = source, Host = host },
            ReportingComponent = source,
            ReportingInstance = host,
        });
    }

    /// <summary>The same recorder's queue under another component's name.</summary>
    public IEventRecorder As(string otherComponent) => otherComponent == component ? this : new Renamed(this, otherComponent);

    /// <summary>Writes what is told until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var reported in _queue.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (_correlator.Correlate(reported) is var (value, before))
                {
                    await WriteAsync(reported, value, before, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task WriteAsync(Event reported, Event value, Event? before, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 12; attempt++)
        {
            try
            {
                var result = before is not null
                    ? await client.PatchAsync<Event>(value.Metadata.Namespace, value.Metadata.Name, PatchOf(value), cancellationToken: cancellationToken).ConfigureAwait(false)
                    : await client.CreateAsync(value, cancellationToken: cancellationToken).ConfigureAwait(false);
                if (before is not null && result.IsNotFound)
                {
                    before = null;
                    value = value with { Metadata = value.Metadata with { ResourceVersion = "", Name = reported.Metadata.Name }, Count = 1 };
                    continue;
                }

                if (result.Ok)
                {
                    _correlator.Written(reported, result.Value);
                }
                else if (!result.IsAlreadyExists && !result.IsNamespaceTerminating)
                {
                    EventLog.Rejected(_logger, value.Metadata.Name, result.Message);
                }

                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                await Task.Delay(TimeSpan.FromSeconds(10), client.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static Patch PatchOf(Event value) => Patch.Strategic(Value.MapOf(
        ("count", (long)value.Count),
        ("lastTimestamp", value.LastTimestamp.ToString()),
        ("message", value.Message)));

    // Two events of one tick must not share a name.
    private long UniqueNanoseconds(DateTimeOffset now)
    {
        var nanoseconds = (now - DateTimeOffset.UnixEpoch).Ticks * 100;
        while (true)
        {
            var last = Interlocked.Read(ref _lastName);
            var next = Math.Max(nanoseconds, last + 1);
            if (Interlocked.CompareExchange(ref _lastName, next, last) == last)
            {
                return next;
            }
        }
    }

    private sealed class Renamed(EventRecorder recorder, string component) : IEventRecorder
    {
        public void Event(IObject about, string type, string reason, string message) => Event(about.ToReference(), type, reason, message);

        public void Event(ObjectReference about, string type, string reason, string message) => Event(about, null, type, reason, "", message);

        public void Event(ObjectReference about, ObjectReference? related, string type, string reason, string action, string message) =>
            recorder.Enqueue(about, related, type, reason, action, message, component);
    }
}
