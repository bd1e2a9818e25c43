using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1Beta2;

/// <inheritdoc cref="ResourceV1Alpha3.DeviceTaintRule"/>
[Message("k8s.io.api.resource.v1beta2")]
[Kind("resource.k8s.io", "v1beta2", Plural = "devicetaintrules")]
public sealed partial record DeviceTaintRule
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial DeviceTaintRuleSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial DeviceTaintRuleStatus Status { get; init; }
}

[Message("k8s.io.api.resource.v1beta2")]
[Kind("resource.k8s.io", "v1beta2")]
public sealed partial record DeviceTaintRuleList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<DeviceTaintRule> Items { get; init; }
}

/// <inheritdoc cref="ResourceV1Alpha3.DeviceTaintRuleSpec"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record DeviceTaintRuleSpec
{
    [Field(1)]
    public partial DeviceTaintSelector? DeviceSelector { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial DeviceTaint Taint { get; init; }
}

/// <inheritdoc cref="ResourceV1Alpha3.DeviceTaintRuleStatus"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record DeviceTaintRuleStatus
{
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}

/// <inheritdoc cref="ResourceV1Alpha3.DeviceTaintSelector"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record DeviceTaintSelector
{
    [Field(2)]
    public partial string? Driver { get; init; }

    [Field(3)]
    public partial string? Pool { get; init; }

    [Field(4)]
    public partial string? Device { get; init; }
}
