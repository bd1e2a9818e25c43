using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuthenticationV1;

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

[Message("k8s.io.api.authentication.v1")]
public sealed partial record BoundObjectReference
{
    [Field(1)]
    public partial string Kind { get; init; }

    [Field(2)]
    public partial string ApiVersion { get; init; }

    [Field(3)]
    public partial string Name { get; init; }

    [Field(4, Json = "uid")]
    public partial string UID { get; init; }
}

[Message("k8s.io.api.authentication.v1")]
public sealed partial record TokenRequestSpec
{
    [Field(1, Always = true, ListType = "atomic")]
    public partial ValueList<string> Audiences { get; init; }

    [Field(4, Always = true)]
    public partial long? ExpirationSeconds { get; init; }

    [Field(3, Always = true)]
    public partial BoundObjectReference? BoundObjectRef { get; init; }
}

[Message("k8s.io.api.authentication.v1")]
public sealed partial record TokenRequestStatus
{
    [Field(1, Always = true, Default = "\"\"")]
    public partial string Token { get; init; }

    [Field(2, Always = true)]
    public partial Time ExpirationTimestamp { get; init; }
}
