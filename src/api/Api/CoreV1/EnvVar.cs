using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record EnvVar
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string Value { get; init; }

    [Field(3)]
    public partial EnvVarSource? ValueFrom { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapKeySelector
{
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(3)]
    public partial bool? Optional { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record EnvVarSource
{
    [Field(1)]
    public partial ObjectFieldSelector? FieldRef { get; init; }

    [Field(2)]
    public partial ResourceFieldSelector? ResourceFieldRef { get; init; }

    [Field(3)]
    public partial ConfigMapKeySelector? ConfigMapKeyRef { get; init; }

    [Field(4)]
    public partial SecretKeySelector? SecretKeyRef { get; init; }

    [Field(5)]
    public partial FileKeySelector? FileKeyRef { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record FileKeySelector
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumeName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(4, Default = "false")]
    public partial bool? Optional { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record SecretKeySelector
{
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(3)]
    public partial bool? Optional { get; init; }
}
