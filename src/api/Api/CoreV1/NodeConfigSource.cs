using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeConfigSource
{
    [Field(2)]
    public partial ConfigMapNodeConfigSource? ConfigMap { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapNodeConfigSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Namespace { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(3)]
    public partial string Uid { get; init; }

    [Field(4)]
    public partial string ResourceVersion { get; init; }

    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string KubeletConfigKey { get; init; }
}
