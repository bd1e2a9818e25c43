using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ResourceV1Beta2;

/// <inheritdoc cref="ResourceV1.ResourceClaimTemplate"/>
[Message("k8s.io.api.resource.v1beta2")]
[Kind("resource.k8s.io", "v1beta2", Plural = "resourceclaimtemplates", Namespaced = true)]
public sealed partial record ResourceClaimTemplate
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourceClaimTemplateSpec Spec { get; init; }
}

[Message("k8s.io.api.resource.v1beta2")]
[Kind("resource.k8s.io", "v1beta2")]
public sealed partial record ResourceClaimTemplateList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ResourceClaimTemplate> Items { get; init; }
}

/// <inheritdoc cref="ResourceV1.ResourceClaimTemplateSpec"/>
[Message("k8s.io.api.resource.v1beta2")]
public sealed partial record ResourceClaimTemplateSpec
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ResourceClaimSpec Spec { get; init; }
}
