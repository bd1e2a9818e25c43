using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1;

/// <summary>Who, and what: resource or path.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record SubjectAccessReviewSpec
{
    /// <summary>The request for a resource.</summary>
    [Field(1)]
    public partial ResourceAttributes? ResourceAttributes { get; init; }

    /// <summary>The request for a path.</summary>
    [Field(2)]
    public partial NonResourceAttributes? NonResourceAttributes { get; init; }

    /// <summary>The user.</summary>
    [Field(3)]
    public partial string User { get; init; }

    /// <summary>The groups; one of user and groups is needed.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<string> Groups { get; init; }

    /// <summary>More on the user.</summary>
    [Field(5)]
    public partial ValueMap<StringList> Extra { get; init; }

    /// <summary>The user's id.</summary>
    [Field(6)]
    public partial string Uid { get; init; }
}
