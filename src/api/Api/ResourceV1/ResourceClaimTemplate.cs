using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1;

/// <summary>From which a claim is made for each pod that refers to it.</summary>
[Message("k8s.io.api.resource.v1")]
[Kind("resource.k8s.io", "v1", Plural = "resourceclaimtemplates", Namespaced = true)]
public sealed partial record ResourceClaimTemplate
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourceClaimTemplateSpec Spec { get; init; }
}

[Message("k8s.io.api.resource.v1")]
[Kind("resource.k8s.io", "v1")]
public sealed partial record ResourceClaimTemplateList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ResourceClaimTemplate> Items { get; init; }
}

/// <summary>The claim that is made.</summary>
[Message("k8s.io.api.resource.v1")]
public sealed partial record ResourceClaimTemplateSpec
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourceClaimSpec Spec { get; init; }
}
