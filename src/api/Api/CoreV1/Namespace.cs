using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>A scope for names, quota and access.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "namespaces", ShortNames = "ns")]
public sealed partial record Namespace
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial NamespaceSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial NamespaceStatus Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record NamespaceList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Namespace> Items { get; init; }
}

/// <summary>A side of a namespace's deletion.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record NamespaceCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5)]
    public partial string Reason { get; init; }

    [Field(6)]
    public partial string Message { get; init; }
}

/// <summary>How the namespace ends.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NamespaceSpec
{
    /// <summary>Who must let go before the namespace is gone; <c>kubernetes</c> stands for emptying it.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Finalizers { get; init; }
}

/// <summary>How the namespace is doing.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NamespaceStatus
{
    /// <summary><c>Active</c> or <c>Terminating</c>.</summary>
    [Field(1)]
    public partial string Phase { get; init; }

    /// <summary>What holds up the deletion.</summary>
    [Field(2, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<NamespaceCondition> Conditions { get; init; }
}
