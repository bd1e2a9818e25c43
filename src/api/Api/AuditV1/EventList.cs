using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuditV1;

[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
[Kind("audit.k8s.io", "v1")]
public sealed partial record EventList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<Event> Items { get; init; }
}

/// <summary>How a user was found out.</summary>
[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record AuthenticationMetadata
{
    /// <summary>The permission by which the user acts as another.</summary>
    [Field(1)]
    public partial string ImpersonationConstraint { get; init; }
}

/// <summary>What one request to the API server was about, at one stage of it.</summary>
[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record Event
{
    /// <summary>How much is noted: <c>Metadata</c>, <c>Request</c> or <c>RequestResponse</c>.</summary>
    [Field(1, Always = true)]
    public partial string Level { get; init; }

    /// <summary>The request's id, the same at every stage.</summary>
    [Field(2, Always = true)]
    public partial string AuditID { get; init; }

    /// <summary><c>RequestReceived</c>, <c>ResponseStarted</c>, <c>ResponseComplete</c> or <c>Panic</c>.</summary>
    [Field(3, Always = true)]
    public partial string Stage { get; init; }

    /// <summary>The path and query.</summary>
    [Field(4, Always = true)]
    public partial string RequestURI { get; init; }

    /// <summary>The verb; the HTTP method in lower case for requests without a resource.</summary>
    [Field(5, Always = true)]
    public partial string Verb { get; init; }

    /// <summary>Who asks.</summary>
    [Field(6, Always = true)]
    public partial UserInfo User { get; init; }

    /// <summary>As whom.</summary>
    [Field(7)]
    public partial UserInfo? ImpersonatedUser { get; init; }

    /// <summary>How the user was found out.</summary>
    [Field(17)]
    public partial AuthenticationMetadata? AuthenticationMetadata { get; init; }

    /// <summary>Where it came from, through which proxies.</summary>
    [Field(8)]
    public partial ValueList<string> SourceIPs { get; init; }

    /// <summary>The client's own name; not to be trusted.</summary>
    [Field(16)]
    public partial string UserAgent { get; init; }

    /// <summary>The object.</summary>
    [Field(9)]
    public partial ObjectReference? ObjectRef { get; init; }

    /// <summary>The answer's status.</summary>
    [Field(10)]
    public partial Status? ResponseStatus { get; init; }

    /// <summary>The body of the request.</summary>
    [Field(11)]
    public partial Unknown? RequestObject { get; init; }

    /// <summary>The body of the answer.</summary>
    [Field(12)]
    public partial Unknown? ResponseObject { get; init; }

    /// <summary>When the request came.</summary>
    [Field(13, Always = true)]
    public partial MicroTime RequestReceivedTimestamp { get; init; }

    /// <summary>When the stage was reached.</summary>
    [Field(14, Always = true)]
    public partial MicroTime StageTimestamp { get; init; }

    /// <summary>Notes by authorizers and admission.</summary>
    [Field(15)]
    public partial ValueMap<string> Annotations { get; init; }
}

/// <summary>The object of a request.</summary>
[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record ObjectReference
{
    /// <summary>The resource.</summary>
    [Field(1)]
    public partial string Resource { get; init; }

    /// <summary>The namespace.</summary>
    [Field(2)]
    public partial string Namespace { get; init; }

    /// <summary>The name.</summary>
    [Field(3)]
    public partial string Name { get; init; }

    /// <summary>The uid.</summary>
    [Field(4)]
    public partial string Uid { get; init; }

    /// <summary>The group.</summary>
    [Field(5)]
    public partial string ApiGroup { get; init; }

    /// <summary>The version.</summary>
    [Field(6)]
    public partial string ApiVersion { get; init; }

    /// <summary>The object's version.</summary>
    [Field(7)]
    public partial string ResourceVersion { get; init; }

    /// <summary>The subresource.</summary>
    [Field(8)]
    public partial string Subresource { get; init; }
}
