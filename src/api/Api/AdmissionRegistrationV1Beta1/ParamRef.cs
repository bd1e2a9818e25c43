using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.ParamRef"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record ParamRef
{
    [Field(1)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string Namespace { get; init; }

    [Field(3)]
    public partial LabelSelector? Selector { get; init; }

    [Field(4)]
    public partial string? ParameterNotFoundAction { get; init; }
}
