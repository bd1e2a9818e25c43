using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Settings of a kubelet in a ConfigMap; no longer used.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeConfigSource
{
    /// <summary>The ConfigMap.</summary>
    [Field(2)]
    public partial ConfigMapNodeConfigSource? ConfigMap { get; init; }
}

/// <summary>A kubelet's settings in a ConfigMap; no longer used.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapNodeConfigSource
{
    /// <summary>The ConfigMap's namespace.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Namespace { get; init; }

    /// <summary>The ConfigMap's name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The ConfigMap's uid.</summary>
    [Field(3)]
    public partial string Uid { get; init; }

    /// <summary>The ConfigMap's version.</summary>
    [Field(4)]
    public partial string ResourceVersion { get; init; }

    /// <summary>The key with the settings.</summary>
    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string KubeletConfigKey { get; init; }
}
