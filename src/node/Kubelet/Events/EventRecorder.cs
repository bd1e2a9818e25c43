using System.Globalization;
using System.Threading.Channels;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Pods;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Events;

/// <summary>
/// Writes events to the API server, one after the other in the background; the same event again raises its count. When more wait than the
/// queue holds, the newest are dropped.
/// </summary>
internal sealed class EventRecorder(IControlPlane api, string nodeName, TimeProvider time, ILogger log) : IEventSink
{
    private const int QueueLength = 1000;
    private const int MaxKnown = 4096;

    private readonly Channel<Event> _queue = Channel.CreateBounded<Event>(new BoundedChannelOptions(QueueLength) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<(ObjectReference, string, string, string), Event> _known = [];

    /// <inheritdoc/>
    public void Record(Pod pod, string? container, string type, string reason, string message)
    {
        var fieldPath = container switch
        {
            null => "",
            _ when pod.IsInitContainer(container) => $"spec.initContainers{{{container}}}",
            _ when pod.Spec.EphemeralContainers.Any(e => e.EphemeralContainerCommon.Name == container) => $"spec.ephemeralContainers{{{container}}}",
            _ => $"spec.containers{{{container}}}",
        };
        Enqueue(
            pod.Metadata.Namespace,
            new()
            {
                Kind = "Pod",
                ApiVersion = "v1",
                Name = pod.Metadata.Name,
                Namespace = pod.Metadata.Namespace,
                Uid = pod.Metadata.Uid,
                ResourceVersion = pod.Metadata.ResourceVersion,
                FieldPath = fieldPath,
            },
            type,
            reason,
            message);
    }

    /// <inheritdoc/>
    public void RecordNode(string type, string reason, string message) =>
        Enqueue("default", new() { Kind = "Node", Name = nodeName, Uid = nodeName }, type, reason, message);

    /// <summary>Delivers what is recorded until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var item in _queue.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var key = (item.InvolvedObject with { ResourceVersion = "" }, item.Type, item.Reason, item.Message);
            try
            {
                if (_known.TryGetValue(key, out var before))
                {
                    try
                    {
                        _known[key] = await api.UpdateAsync(before with { Count = before.Count + 1, LastTimestamp = item.LastTimestamp }, cancellationToken).ConfigureAwait(false);
                        continue;
                    }
                    catch (ControlPlaneException e) when (e.IsNotFound || e.IsConflict)
                    {
                        _known.Remove(key); // expired: write it anew
                    }
                }

                if (_known.Count >= MaxKnown)
                {
                    _known.Clear();
                }

                _known[key] = await api.CreateAsync(item, cancellationToken).ConfigureAwait(false);
            }
            catch (ControlPlaneException e)
            {
                EventLog.NotDelivered(log, item.Reason, item.InvolvedObject.Name, e.Message);
            }
        }
    }

    private void Enqueue(string @namespace, ObjectReference about, string type, string reason, string message)
    {
        var now = time.GetUtcNow();
        var suffix = ((now - DateTimeOffset.UnixEpoch).Ticks * 100 + Random.Shared.Next(100)).ToString("x", CultureInfo.InvariantCulture);
        _queue.Writer.TryWrite(new()
        {
            Metadata = new() { Name = $"{about.Name}.{suffix}", Namespace = @namespace },
            InvolvedObject = about,
            Type = type,
            Reason = reason,
            Message = message,
            Source = new() { Component = "kubelet", Host = nodeName },
            ReportingComponent = "kubelet",
            ReportingInstance = nodeName,
            FirstTimestamp = now,
            LastTimestamp = now,
            Count = 1,
        });
        EventLog.Recorded(log, about.Name, type, reason, message);
    }
}
