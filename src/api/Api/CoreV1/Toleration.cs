using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A taint that a pod puts up with.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Toleration
{
    /// <summary>The taint's key. Empty, with operator Exists, matches every taint.</summary>
    [Field(1)]
    public partial string Key { get; init; }

    /// <summary>
    /// <c>Equal</c> (the default: the values are equal) or <c>Exists</c> (any value). <c>Lt</c> and <c>Gt</c> compare whole numbers where that
    /// feature is on.
    /// </summary>
    [Field(2)]
    public partial string Operator { get; init; }

    /// <summary>The taint's value; empty with Exists.</summary>
    [Field(3)]
    public partial string Value { get; init; }

    /// <summary>The effect tolerated: <c>NoSchedule</c>, <c>PreferNoSchedule</c> or <c>NoExecute</c>. Empty matches all.</summary>
    [Field(4)]
    public partial string Effect { get; init; }

    /// <summary>For NoExecute only: seconds that the pod may stay after the taint appears. Forever when unset; 0 or less evicts at once.</summary>
    [Field(5)]
    public partial long? TolerationSeconds { get; init; }
}
