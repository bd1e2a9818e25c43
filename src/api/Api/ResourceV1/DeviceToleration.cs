using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ResourceV1;

/// <summary>A taint of a device that is put up with.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record DeviceToleration
{
    /// <summary>The taint's key; empty with Exists matches all.</summary>
    [Field(1)]
    public partial string Key { get; init; }

    /// <summary><c>Equal</c> (the default) or <c>Exists</c>.</summary>
    [Field(2, Default = "\"Equal\"")]
    public partial string Operator { get; init; }

    /// <summary>The taint's value.</summary>
    [Field(3)]
    public partial string Value { get; init; }

    /// <summary><c>NoSchedule</c> or <c>NoExecute</c>; all when empty.</summary>
    [Field(4)]
    public partial string Effect { get; init; }

    /// <summary>For NoExecute: seconds that pods may stay.</summary>
    [Field(5)]
    public partial long? TolerationSeconds { get; init; }
}
