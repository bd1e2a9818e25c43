using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.NetworkingV1;

/// <summary>A port.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record NetworkPolicyPort
{
    /// <summary><c>TCP</c> (the default), <c>UDP</c> or <c>SCTP</c>.</summary>
    [Field(1)]
    public partial string? Protocol { get; init; }

    /// <summary>The number, or a container port's name; all when unset.</summary>
    [Field(2)]
    public partial IntOrString? Port { get; init; }

    /// <summary>The last number of a range that starts at port.</summary>
    [Field(3)]
    public partial int? EndPort { get; init; }
}
