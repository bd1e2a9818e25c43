using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Bounds and defaults for the resources of each pod, container or claim of a namespace. Checked when objects are made or resized.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "limitranges", ShortNames = "limits", Namespaced = true)]
public sealed partial record LimitRange
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial LimitRangeSpec Spec { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record LimitRangeList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<LimitRange> Items { get; init; }
}

/// <summary>Bounds for one type of object.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record LimitRangeItem
{
    /// <summary><c>Pod</c>, <c>Container</c> or <c>PersistentVolumeClaim</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>The most that may be asked for or set as limit.</summary>
    [Field(2)]
    public partial ValueMap<Quantity> Max { get; init; }

    /// <summary>The least that may be asked for.</summary>
    [Field(3)]
    public partial ValueMap<Quantity> Min { get; init; }

    /// <summary>The limit of a container that sets none.</summary>
    [Field(4)]
    public partial ValueMap<Quantity> Default { get; init; }

    /// <summary>The request of a container that sets none.</summary>
    [Field(5)]
    public partial ValueMap<Quantity> DefaultRequest { get; init; }

    /// <summary>The most by which a limit may exceed its request, as a factor.</summary>
    [Field(6)]
    public partial ValueMap<Quantity> MaxLimitRequestRatio { get; init; }
}

/// <summary>The bounds.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record LimitRangeSpec
{
    /// <summary>The bounds, each for one type.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<LimitRangeItem> Limits { get; init; }
}
