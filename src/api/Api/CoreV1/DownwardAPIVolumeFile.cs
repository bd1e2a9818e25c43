using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A file that shows a field of the pod. One of the two references is set.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record DownwardAPIVolumeFile
{
    /// <summary>The file's path in the volume, relative and without <c>..</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    /// <summary>The pod's annotations, labels, name, namespace or uid.</summary>
    [Field(2)]
    public partial ObjectFieldSelector? FieldRef { get; init; }

    /// <summary>A request or limit of a container.</summary>
    [Field(3)]
    public partial ResourceFieldSelector? ResourceFieldRef { get; init; }

    /// <summary>The file's permissions, 0 to 0777; the volume's default when unset.</summary>
    [Field(4)]
    public partial int? Mode { get; init; }
}
