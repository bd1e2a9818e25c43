using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Settings for programs, as keys and values: mounted as files or set as variables. At most 1 MiB.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "configmaps", ShortNames = "cm", Namespaced = true)]
public sealed partial record ConfigMap
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>Whether the data can no longer change. Cannot be taken back; kubelets then stop watching it.</summary>
    [Field(4)]
    public partial bool? Immutable { get; init; }

    /// <summary>Values that are UTF-8 text. Keys consist of letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    [Field(2)]
    public partial ValueMap<string> Data { get; init; }

    /// <summary>Values that are any bytes, base64 in JSON. A key may stand in one of the two only.</summary>
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
