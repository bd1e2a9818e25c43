using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A variable of the environment.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EnvVar
{
    /// <summary>The variable's name: any printable ASCII except <c>=</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The text; <c>$(NAME)</c> is replaced by variables that come earlier. Empty by default.</summary>
    [Field(2)]
    public partial string Value { get; init; }

    /// <summary>Where the value comes from instead of <c>value</c>.</summary>
    [Field(3)]
    public partial EnvVarSource? ValueFrom { get; init; }
}

/// <summary>A key of a ConfigMap in the pod's namespace.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapKeySelector
{
    /// <summary>The ConfigMap's name.</summary>
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    /// <summary>The key.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary>Whether the ConfigMap or the key may be missing. Without it, the container does not start until both exist.</summary>
    [Field(3)]
    public partial bool? Optional { get; init; }
}

/// <summary>Where a variable's value comes from; exactly one is set.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EnvVarSource
{
    /// <summary>A field of the pod: name, namespace, uid, a label or annotation, nodeName, serviceAccountName, or the addresses in status.</summary>
    [Field(1)]
    public partial ObjectFieldSelector? FieldRef { get; init; }

    /// <summary>A request or limit of a container.</summary>
    [Field(2)]
    public partial ResourceFieldSelector? ResourceFieldRef { get; init; }

    /// <summary>A key of a ConfigMap.</summary>
    [Field(3)]
    public partial ConfigMapKeySelector? ConfigMapKeyRef { get; init; }

    /// <summary>A key of a Secret.</summary>
    [Field(4)]
    public partial SecretKeySelector? SecretKeyRef { get; init; }

    /// <summary>A key of a file that an earlier container left in an emptyDir volume.</summary>
    [Field(5)]
    public partial FileKeySelector? FileKeyRef { get; init; }
}

/// <summary>A key of a file of KEY=value lines.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record FileKeySelector
{
    /// <summary>The emptyDir volume with the file.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumeName { get; init; }

    /// <summary>The file, relative to the volume's root, without <c>..</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    /// <summary>The key, a valid variable name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary>Whether the file or the key may be missing.</summary>
    [Field(4, Default = "false")]
    public partial bool? Optional { get; init; }
}

/// <summary>A key of a Secret in the pod's namespace.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SecretKeySelector
{
    /// <summary>The Secret's name.</summary>
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    /// <summary>The key.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary>Whether the Secret or the key may be missing. Without it, the container does not start until both exist.</summary>
    [Field(3)]
    public partial bool? Optional { get; init; }
}
