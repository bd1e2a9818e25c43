using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.ParamKind"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record ParamKind
{
    [Field(1)]
    public partial string ApiVersion { get; init; }

    [Field(2)]
    public partial string Kind { get; init; }
}
