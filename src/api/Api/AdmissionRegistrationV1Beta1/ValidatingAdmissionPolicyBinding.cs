using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.ValidatingAdmissionPolicyBinding"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1", Plural = "validatingadmissionpolicybindings", Categories = "api-extensions")]
public sealed partial record ValidatingAdmissionPolicyBinding
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValidatingAdmissionPolicyBindingSpec Spec { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1")]
public sealed partial record ValidatingAdmissionPolicyBindingList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<ValidatingAdmissionPolicyBinding> Items { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.ValidatingAdmissionPolicyBindingSpec"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record ValidatingAdmissionPolicyBindingSpec
{
    [Field(1)]
    public partial string PolicyName { get; init; }

    [Field(2)]
    public partial ParamRef? ParamRef { get; init; }

    [Field(3)]
    public partial MatchResources? MatchResources { get; init; }

    [Field(4)]
    public partial ValueList<string> ValidationActions { get; init; }
}
