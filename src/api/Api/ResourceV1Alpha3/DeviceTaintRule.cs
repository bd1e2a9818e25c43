using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1Alpha3;

/// <summary>Marks devices so that claims keep away.</summary>
[Message("k8s.io.api.resource.v1alpha3")]
[Kind("resource.k8s.io", "v1alpha3", Plural = "devicetaintrules")]
public sealed partial record DeviceTaintRule
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial DeviceTaintRuleSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial DeviceTaintRuleStatus Status { get; init; }
}

[Message("k8s.io.api.resource.v1alpha3")]
[Kind("resource.k8s.io", "v1alpha3")]
public sealed partial record DeviceTaintRuleList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<DeviceTaintRule> Items { get; init; }
}

/// <inheritdoc cref="ResourceV1.DeviceTaint"/>
[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record DeviceTaint
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(2)]
    public partial string Value { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Effect { get; init; }

    [Field(4)]
    public partial Time? TimeAdded { get; init; }
}

/// <summary>The devices and the mark.</summary>
[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record DeviceTaintRuleSpec
{
    /// <summary>The devices; none when unset.</summary>
    [Field(1)]
    public partial DeviceTaintSelector? DeviceSelector { get; init; }

    /// <summary>The mark.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial DeviceTaint Taint { get; init; }
}

/// <summary>How a rule is doing.</summary>
[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record DeviceTaintRuleStatus
{
    /// <summary>What holds at present.</summary>
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}

/// <summary>Devices; what is set must all hold.</summary>
[Message("k8s.io.api.resource.v1alpha3")]
public sealed partial record DeviceTaintSelector
{
    /// <summary>The driver.</summary>
    [Field(2)]
    public partial string? Driver { get; init; }

    /// <summary>The pool.</summary>
    [Field(3)]
    public partial string? Pool { get; init; }

    /// <summary>The device's name.</summary>
    [Field(4)]
    public partial string? Device { get; init; }
}
