using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>A stored pod template, for clients that make pods themselves.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "podtemplates", Namespaced = true)]
public sealed partial record PodTemplate
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The pod that would be made.</summary>
    [Field(2, Always = true, Default = "{}")]
    public partial PodTemplateSpec Template { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PodTemplateList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<PodTemplate> Items { get; init; }
}
