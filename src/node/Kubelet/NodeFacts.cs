using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet;

/// <summary>What the rest of the kubelet must know of the node it is on. Immutable.</summary>
internal sealed record NodeFacts
{
    /// <summary>The node's addresses, the main one first.</summary>
    public IReadOnlyList<string> HostIps { get; init; } = [];

    /// <summary>The machine's memory in bytes.</summary>
    public long MemoryCapacity { get; init; }

    /// <summary>What pods may use.</summary>
    public ValueMap<Quantity> Allocatable { get; init; }

    /// <summary>Whether the runtime can mount read-only with all that lies below.</summary>
    public bool SupportsRecursiveReadOnly { get; init; }
}
