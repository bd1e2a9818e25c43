using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Events;

/// <summary>Where events go. Never throws and never blocks: an event that cannot be delivered is dropped. Thread-safe.</summary>
internal interface IEventSink
{
    /// <summary>Records an event about a pod or one of its containers.</summary>
    void Record(Pod pod, string? container, string type, string reason, string message);

    /// <summary>Records an event about the node.</summary>
    void RecordNode(string type, string reason, string message);
}
