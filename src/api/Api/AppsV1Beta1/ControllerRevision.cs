using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AppsV1Beta1;

/// <inheritdoc cref="AppsV1.ControllerRevision"/>
[Message("k8s.io.api.apps.v1beta1")]
[Kind("apps", "v1beta1", Plural = "controllerrevisions", Namespaced = true)]
public sealed partial record ControllerRevision
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial RawExtension Data { get; init; }

    [Field(3, Always = true)]
    public partial long Revision { get; init; }
}

[Message("k8s.io.api.apps.v1beta1")]
[Kind("apps", "v1beta1")]
public sealed partial record ControllerRevisionList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<ControllerRevision> Items { get; init; }
}
