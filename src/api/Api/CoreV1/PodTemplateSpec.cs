using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>What the pods of a workload look like: their labels, annotations and spec.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodTemplateSpec
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial PodSpec Spec { get; init; }
}
