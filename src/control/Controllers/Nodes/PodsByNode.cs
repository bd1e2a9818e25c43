using Cybernetes.Api.CoreV1;

namespace Cybernetes.Controllers.Nodes;

/// <summary>The index of pods by the node they are bound to.</summary>
public static class PodsByNode
{
    /// <summary>The index's name.</summary>
    public const string Index = "node";

    /// <summary>The index's keys.</summary>
    public static IEnumerable<string> Keys(Pod pod) => [pod.Spec.NodeName];
}
