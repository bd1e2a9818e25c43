using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1Alpha1;

/// <inheritdoc cref="AdmissionRegistrationV1.MatchCondition"/>
[Message("k8s.io.api.admissionregistration.v1alpha1")]
public sealed partial record MatchCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Expression { get; init; }
}
