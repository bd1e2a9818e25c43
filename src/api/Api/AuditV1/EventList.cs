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

[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record AuthenticationMetadata
{
    [Field(1)]
    public partial string ImpersonationConstraint { get; init; }
}

[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record Event
{
    [Field(1, Always = true)]
    public partial string Level { get; init; }

    [Field(2, Always = true)]
    public partial string AuditID { get; init; }

    [Field(3, Always = true)]
    public partial string Stage { get; init; }

    [Field(4, Always = true)]
    public partial string RequestURI { get; init; }

    [Field(5, Always = true)]
    public partial string Verb { get; init; }

    [Field(6, Always = true)]
    public partial UserInfo User { get; init; }

    [Field(7)]
    public partial UserInfo? ImpersonatedUser { get; init; }

    [Field(17)]
    public partial AuthenticationMetadata? AuthenticationMetadata { get; init; }

    [Field(8)]
    public partial ValueList<string> SourceIPs { get; init; }

    [Field(16)]
    public partial string UserAgent { get; init; }

    [Field(9)]
    public partial ObjectReference? ObjectRef { get; init; }

    [Field(10)]
    public partial Status? ResponseStatus { get; init; }

    [Field(11)]
    public partial Unknown? RequestObject { get; init; }

    [Field(12)]
    public partial Unknown? ResponseObject { get; init; }

    [Field(13, Always = true)]
    public partial MicroTime RequestReceivedTimestamp { get; init; }

    [Field(14, Always = true)]
    public partial MicroTime StageTimestamp { get; init; }

    [Field(15)]
    public partial ValueMap<string> Annotations { get; init; }
}

[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record ObjectReference
{
    [Field(1)]
    public partial string Resource { get; init; }

    [Field(2)]
    public partial string Namespace { get; init; }

    [Field(3)]
    public partial string Name { get; init; }

    [Field(4)]
    public partial string Uid { get; init; }

    [Field(5)]
    public partial string ApiGroup { get; init; }

    [Field(6)]
    public partial string ApiVersion { get; init; }

    [Field(7)]
    public partial string ResourceVersion { get; init; }

    [Field(8)]
    public partial string Subresource { get; init; }
}
