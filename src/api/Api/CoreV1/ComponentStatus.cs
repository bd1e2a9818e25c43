using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Whether a part of the control plane is healthy. Superseded by /livez and /readyz.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "componentstatuses", ShortNames = "cs")]
public sealed partial record ComponentStatus
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>What was found.</summary>
    [Field(2, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<ComponentCondition> Conditions { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record ComponentStatusList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ComponentStatus> Items { get; init; }
}

/// <summary>What was found of a component.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ComponentCondition
{
    /// <summary><c>Healthy</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary><c>True</c>, <c>False</c> or <c>Unknown</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    /// <summary>What it answered.</summary>
    [Field(3)]
    public partial string Message { get; init; }

    /// <summary>Why it could not be asked.</summary>
    [Field(4)]
    public partial string Error { get; init; }
}
