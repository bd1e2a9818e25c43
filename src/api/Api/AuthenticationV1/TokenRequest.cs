using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthenticationV1;

/// <summary>Asks for a token of a service account; written to <c>serviceaccounts/token</c>.</summary>
[Message("k8s.io.api.authentication.v1")]
[Kind("authentication.k8s.io", "v1", Plural = "tokenrequests", Namespaced = true)]
public sealed partial record TokenRequest
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial TokenRequestSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial TokenRequestStatus Status { get; init; }
}

/// <summary>An object with which a token ends.</summary>
[Message("k8s.io.api.authentication.v1")]
public sealed partial record BoundObjectReference
{
    /// <summary><c>Pod</c>, <c>Secret</c> or <c>Node</c>.</summary>
    [Field(1)]
    public partial string Kind { get; init; }

    /// <summary>Its group and version.</summary>
    [Field(2)]
    public partial string ApiVersion { get; init; }

    /// <summary>Its name.</summary>
    [Field(3)]
    public partial string Name { get; init; }

    /// <summary>Its uid.</summary>
    [Field(4, Json = "uid")]
    public partial string UID { get; init; }
}

/// <summary>What the token shall be good for.</summary>
[Message("k8s.io.api.authentication.v1")]
public sealed partial record TokenRequestSpec
{
    /// <summary>Whom it is for.</summary>
    [Field(1, Always = true, ListType = "atomic")]
    public partial ValueList<string> Audiences { get; init; }

    /// <summary>How long it shall be valid, at least 600 s; 3600 by default. The server may give less.</summary>
    [Field(4, Always = true)]
    public partial long? ExpirationSeconds { get; init; }

    /// <summary>An object with which the token ends: a Pod, Secret or Node.</summary>
    [Field(3, Always = true)]
    public partial BoundObjectReference? BoundObjectRef { get; init; }
}

/// <summary>The token.</summary>
[Message("k8s.io.api.authentication.v1")]
public sealed partial record TokenRequestStatus
{
    /// <summary>The token.</summary>
    [Field(1, Always = true, Default = "\"\"")]
    public partial string Token { get; init; }

    /// <summary>When it ends.</summary>
    [Field(2, Always = true)]
    public partial Time ExpirationTimestamp { get; init; }
}
