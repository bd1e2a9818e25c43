using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "configmaps", ShortNames = "cm", Namespaced = true)]
public sealed partial record ConfigMap
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(4)]
    public partial bool? Immutable { get; init; }

    [Field(2)]
    public partial ValueMap<string> Data { get; init; }

    [Field(3)]
    public partial ValueMap<Bytes> BinaryData { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record ConfigMapList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ConfigMap> Items { get; init; }
}
