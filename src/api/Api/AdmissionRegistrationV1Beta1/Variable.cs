using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.Variable"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record Variable
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2, Always = true)]
    public partial string Expression { get; init; }
}
