using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionV1Beta1;

/// <inheritdoc cref="AdmissionV1.AdmissionReview"/>
[Message("k8s.io.api.admission.v1beta1")]
[Kind("admission.k8s.io", "v1beta1")]
public sealed partial record AdmissionReview
{
    [Field(1)]
    public partial AdmissionRequest? Request { get; init; }

    [Field(2)]
    public partial AdmissionResponse? Response { get; init; }
}

/// <inheritdoc cref="AdmissionV1.AdmissionRequest"/>
[Message("k8s.io.api.admission.v1beta1")]
public sealed partial record AdmissionRequest
{
    [Field(1, Always = true)]
    public partial string Uid { get; init; }

    [Field(2, Always = true)]
    public partial GroupVersionKind Kind { get; init; }

    [Field(3, Always = true)]
    public partial GroupVersionResource Resource { get; init; }

    [Field(4)]
    public partial string SubResource { get; init; }

    [Field(13)]
    public partial GroupVersionKind? RequestKind { get; init; }

    [Field(14)]
    public partial GroupVersionResource? RequestResource { get; init; }

    [Field(15)]
    public partial string RequestSubResource { get; init; }

    [Field(5)]
    public partial string Name { get; init; }

    [Field(6)]
    public partial string Namespace { get; init; }

    [Field(7, Always = true)]
    public partial string Operation { get; init; }

    [Field(8, Always = true)]
    public partial UserInfo UserInfo { get; init; }

    [Field(9, Always = true)]
    public partial RawExtension Object { get; init; }

    [Field(10, Always = true)]
    public partial RawExtension OldObject { get; init; }

    [Field(11)]
    public partial bool? DryRun { get; init; }

    [Field(12, Always = true)]
    public partial RawExtension Options { get; init; }
}

/// <inheritdoc cref="AdmissionV1.AdmissionResponse"/>
[Message("k8s.io.api.admission.v1beta1")]
public sealed partial record AdmissionResponse
{
    [Field(1, Always = true)]
    public partial string Uid { get; init; }

    [Field(2, Always = true)]
    public partial bool Allowed { get; init; }

    [Field(3)]
    public partial Status? Status { get; init; }

    [Field(4)]
    public partial Bytes Patch { get; init; }

    [Field(5)]
    public partial string? PatchType { get; init; }

    [Field(6)]
    public partial ValueMap<string> AuditAnnotations { get; init; }

    [Field(7)]
    public partial ValueList<string> Warnings { get; init; }
}
