using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Pods that rather not run on a node; no longer used.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record AvoidPods
{
    /// <summary>The pods.</summary>
    [Field(1)]
    public partial ValueList<PreferAvoidPodsEntry> PreferAvoidPods { get; init; }
}

/// <summary>Which pods an entry is about; no longer used.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodSignature
{
    /// <summary>The controller that owns them.</summary>
    [Field(1)]
    public partial OwnerReference? PodController { get; init; }
}

/// <summary>Pods that rather not run on a node; no longer used.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PreferAvoidPodsEntry
{
    /// <summary>Which pods.</summary>
    [Field(1, Always = true)]
    public partial PodSignature PodSignature { get; init; }

    /// <summary>When they were evicted.</summary>
    [Field(2, Always = true)]
    public partial Time EvictionTime { get; init; }

    /// <summary>Why, in one word.</summary>
    [Field(3)]
    public partial string Reason { get; init; }

    /// <summary>Why, for people.</summary>
    [Field(4)]
    public partial string Message { get; init; }
}
