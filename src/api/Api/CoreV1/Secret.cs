using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Confidential data, as keys and values: passwords, tokens, keys. At most 1 MiB.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "secrets", Namespaced = true)]
public sealed partial record Secret
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>Whether the data can no longer change. Cannot be taken back.</summary>
    [Field(5)]
    public partial bool? Immutable { get; init; }

    /// <summary>The values, base64 in JSON.</summary>
    [Field(2)]
    public partial ValueMap<Bytes> Data { get; init; }

    /// <summary>Values given as plain text when writing; merged into data and never read back.</summary>
    [Field(4)]
    public partial ValueMap<string> StringData { get; init; }

    /// <summary>
    /// What the data is for, such as <c>Opaque</c> (the default), <c>kubernetes.io/tls</c> or <c>kubernetes.io/dockerconfigjson</c>. Known
    /// types demand certain keys. Fixed.
    /// </summary>
    [Field(3)]
    public partial string Type { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record SecretList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Secret> Items { get; init; }
}
