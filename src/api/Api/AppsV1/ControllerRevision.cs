using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AppsV1;

/// <summary>A template as it was, kept by StatefulSets and DaemonSets to go back to.</summary>
[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1", Plural = "controllerrevisions", Namespaced = true)]
public sealed partial record ControllerRevision
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The template.</summary>
    [Field(2, Always = true)]
    public partial RawExtension Data { get; init; }

    /// <summary>Its number; the newest is the highest.</summary>
    [Field(3, Always = true, Required = true, Default = "0")]
    public partial long Revision { get; init; }
}

[Message("k8s.io.api.apps.v1")]
[Kind("apps", "v1")]
public sealed partial record ControllerRevisionList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ControllerRevision> Items { get; init; }
}
