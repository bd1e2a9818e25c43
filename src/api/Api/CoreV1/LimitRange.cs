using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

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

[Message("k8s.io.api.core.v1")]
public sealed partial record LimitRangeItem
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2)]
    public partial ValueMap<Quantity> Max { get; init; }

    [Field(3)]
    public partial ValueMap<Quantity> Min { get; init; }

    [Field(4)]
    public partial ValueMap<Quantity> Default { get; init; }

    [Field(5)]
    public partial ValueMap<Quantity> DefaultRequest { get; init; }

    [Field(6)]
    public partial ValueMap<Quantity> MaxLimitRequestRatio { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record LimitRangeSpec
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<LimitRangeItem> Limits { get; init; }
}
