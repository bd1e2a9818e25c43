using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A Quobyte volume.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record QuobyteVolumeSource
{
    /// <summary>The registries' addresses, host:port, separated by commas.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Registry { get; init; }

    /// <summary>The volume's name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Volume { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(3)]
    public partial bool ReadOnly { get; init; }

    /// <summary>The user mounted as; the service account by default.</summary>
    [Field(4)]
    public partial string User { get; init; }

    /// <summary>The group mounted as; none by default.</summary>
    [Field(5)]
    public partial string Group { get; init; }

    /// <summary>The tenant that owns it.</summary>
    [Field(6)]
    public partial string Tenant { get; init; }
}
