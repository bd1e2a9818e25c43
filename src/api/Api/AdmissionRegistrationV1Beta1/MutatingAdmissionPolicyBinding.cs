using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.MutatingAdmissionPolicyBinding"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1", Plural = "mutatingadmissionpolicybindings", Categories = "api-extensions")]
public sealed partial record MutatingAdmissionPolicyBinding
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial MutatingAdmissionPolicyBindingSpec Spec { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1")]
public sealed partial record MutatingAdmissionPolicyBindingList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<MutatingAdmissionPolicyBinding> Items { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.MutatingAdmissionPolicyBindingSpec"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record MutatingAdmissionPolicyBindingSpec
{
    [Field(1)]
    public partial string PolicyName { get; init; }

    [Field(2)]
    public partial ParamRef? ParamRef { get; init; }

    [Field(3)]
    public partial MatchResources? MatchResources { get; init; }
}
