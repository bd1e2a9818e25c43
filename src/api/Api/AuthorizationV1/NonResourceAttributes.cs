using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1;

/// <summary>A request for a path.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record NonResourceAttributes
{
    /// <summary>The path.</summary>
    [Field(1)]
    public partial string Path { get; init; }

    /// <summary>The verb.</summary>
    [Field(2)]
    public partial string Verb { get; init; }
}
