using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "replicationcontrollers", ShortNames = "rc", Categories = "all", Namespaced = true)]
public sealed partial record ReplicationController
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ReplicationControllerSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ReplicationControllerStatus Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record ReplicationControllerList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ReplicationController> Items { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ReplicationControllerCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ReplicationControllerSpec
{
    [Field(1, Default = "1")]
    public partial int? Replicas { get; init; }

    [Field(4, Default = "0")]
    public partial int MinReadySeconds { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueMap<string> Selector { get; init; }

    [Field(3)]
    public partial PodTemplateSpec? Template { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ReplicationControllerStatus
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Replicas { get; init; }

    [Field(2)]
    public partial int FullyLabeledReplicas { get; init; }

    [Field(4)]
    public partial int ReadyReplicas { get; init; }

    [Field(5)]
    public partial int AvailableReplicas { get; init; }

    [Field(3)]
    public partial long ObservedGeneration { get; init; }

    [Field(6, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<ReplicationControllerCondition> Conditions { get; init; }
}
