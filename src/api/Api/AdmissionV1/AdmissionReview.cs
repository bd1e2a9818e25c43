using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionV1;

/// <summary>A question to a webhook, and its answer.</summary>
[Message("k8s.io.api.admission.v1")]
[Kind("admission.k8s.io", "v1")]
public sealed partial record AdmissionReview
{
    /// <summary>The question.</summary>
    [Field(1)]
    public partial AdmissionRequest? Request { get; init; }

    /// <summary>The answer.</summary>
    [Field(2)]
    public partial AdmissionResponse? Response { get; init; }
}

/// <summary>What is about to be done.</summary>
[Message("k8s.io.api.admission.v1")]
public sealed partial record AdmissionRequest
{
    /// <summary>The question's id, which the answer repeats.</summary>
    [Field(1, Always = true)]
    public partial string Uid { get; init; }

    /// <summary>The kind of object.</summary>
    [Field(2, Always = true)]
    public partial GroupVersionKind Kind { get; init; }

    /// <summary>The resource.</summary>
    [Field(3, Always = true)]
    public partial GroupVersionResource Resource { get; init; }

    /// <summary>The subresource.</summary>
    [Field(4)]
    public partial string SubResource { get; init; }

    /// <summary>The kind that the client named, where it was converted.</summary>
    [Field(13)]
    public partial GroupVersionKind? RequestKind { get; init; }

    /// <summary>The resource that the client named, where it was converted.</summary>
    [Field(14)]
    public partial GroupVersionResource? RequestResource { get; init; }

    /// <summary>The subresource that the client named.</summary>
    [Field(15)]
    public partial string RequestSubResource { get; init; }

    /// <summary>The object's name; may be empty on create.</summary>
    [Field(5)]
    public partial string Name { get; init; }

    /// <summary>The object's namespace.</summary>
    [Field(6)]
    public partial string Namespace { get; init; }

    /// <summary><c>CREATE</c>, <c>UPDATE</c>, <c>DELETE</c> or <c>CONNECT</c>.</summary>
    [Field(7, Always = true)]
    public partial string Operation { get; init; }

    /// <summary>Who asks.</summary>
    [Field(8, Always = true)]
    public partial UserInfo UserInfo { get; init; }

    /// <summary>The object as it will be; empty on delete.</summary>
    [Field(9, Always = true)]
    public partial RawExtension Object { get; init; }

    /// <summary>The object as it is; empty on create.</summary>
    [Field(10, Always = true)]
    public partial RawExtension OldObject { get; init; }

    /// <summary>Whether nothing will be stored.</summary>
    [Field(11)]
    public partial bool? DryRun { get; init; }

    /// <summary>The options of the operation.</summary>
    [Field(12, Always = true)]
    public partial RawExtension Options { get; init; }
}

/// <summary>A webhook's answer.</summary>
[Message("k8s.io.api.admission.v1")]
public sealed partial record AdmissionResponse
{
    /// <summary>The question's id.</summary>
    [Field(1, Always = true)]
    public partial string Uid { get; init; }

    /// <summary>Whether it may be done.</summary>
    [Field(2, Always = true)]
    public partial bool Allowed { get; init; }

    [Field(3)]
    public partial Status? Status { get; init; }

    /// <summary>The changes, as a JSON patch.</summary>
    [Field(4)]
    public partial Bytes Patch { get; init; }

    /// <summary><c>JSONPatch</c>.</summary>
    [Field(5)]
    public partial string? PatchType { get; init; }

    /// <summary>Notes for the audit log.</summary>
    [Field(6)]
    public partial ValueMap<string> AuditAnnotations { get; init; }

    /// <summary>Warnings for the client; best below 120 characters.</summary>
    [Field(7)]
    public partial ValueList<string> Warnings { get; init; }
}
