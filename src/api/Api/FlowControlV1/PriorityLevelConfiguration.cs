using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.FlowControlV1;

/// <summary>A share of the server's capacity and what happens when it is used up.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
[Kind("flowcontrol.apiserver.k8s.io", "v1", Plural = "prioritylevelconfigurations")]
public sealed partial record PriorityLevelConfiguration
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial PriorityLevelConfigurationSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial PriorityLevelConfigurationStatus Status { get; init; }
}

[Message("k8s.io.api.flowcontrol.v1")]
[Kind("flowcontrol.apiserver.k8s.io", "v1")]
public sealed partial record PriorityLevelConfigurationList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<PriorityLevelConfiguration> Items { get; init; }
}

/// <summary>A level without limit.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record ExemptPriorityLevelConfiguration
{
    /// <summary>The share of the seats that is set aside for it; 0 by default.</summary>
    [Field(1)]
    public partial int? NominalConcurrencyShares { get; init; }

    /// <summary>How much of that others may borrow, in percent; 0 by default.</summary>
    [Field(2)]
    public partial int? LendablePercent { get; init; }
}

/// <summary>What becomes of requests beyond the limit.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record LimitResponse
{
    /// <summary><c>Queue</c> or <c>Reject</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>For Queue.</summary>
    [Field(2)]
    public partial QueuingConfiguration? Queuing { get; init; }
}

/// <summary>How requests are limited.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record LimitedPriorityLevelConfiguration
{
    /// <summary>The level's share of the seats, relative to the others'; 30 by default.</summary>
    [Field(1, Always = true)]
    public partial int? NominalConcurrencyShares { get; init; }

    /// <summary>What becomes of requests beyond the limit.</summary>
    [Field(2, Always = true, Default = "{}")]
    public partial LimitResponse LimitResponse { get; init; }

    /// <summary>How much of its seats others may borrow, in percent; 0 by default.</summary>
    [Field(3)]
    public partial int? LendablePercent { get; init; }

    /// <summary>How much it may borrow, in percent of its own seats; no limit when unset.</summary>
    [Field(4)]
    public partial int? BorrowingLimitPercent { get; init; }
}

/// <summary>A side of a level's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record PriorityLevelConfigurationCondition
{
    [Field(1)]
    public partial string Type { get; init; }

    [Field(2)]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}

/// <summary>How requests of the level are limited.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record PriorityLevelConfigurationSpec
{
    /// <summary><c>Limited</c> or <c>Exempt</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>For Limited.</summary>
    [Field(2)]
    public partial LimitedPriorityLevelConfiguration? Limited { get; init; }

    /// <summary>For Exempt.</summary>
    [Field(3)]
    public partial ExemptPriorityLevelConfiguration? Exempt { get; init; }
}

/// <summary>How a level is doing.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record PriorityLevelConfigurationStatus
{
    /// <summary>What holds at present.</summary>
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<PriorityLevelConfigurationCondition> Conditions { get; init; }
}

/// <summary>How requests queue.</summary>
[Message("k8s.io.api.flowcontrol.v1")]
public sealed partial record QueuingConfiguration
{
    /// <summary>How many queues; 64 by default.</summary>
    [Field(1, Always = true, Default = "0")]
    public partial int Queues { get; init; }

    /// <summary>Over how many queues a flow is spread; 8 by default.</summary>
    [Field(2, Always = true, Default = "0")]
    public partial int HandSize { get; init; }

    /// <summary>How many requests a queue takes; 50 by default.</summary>
    [Field(3, Always = true, Default = "0")]
    public partial int QueueLengthLimit { get; init; }
}
