using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>Puts a policy into effect, perhaps with settings and for some resources only.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1", Plural = "mutatingadmissionpolicybindings", Categories = "api-extensions")]
public sealed partial record MutatingAdmissionPolicyBinding
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial MutatingAdmissionPolicyBindingSpec Spec { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1")]
public sealed partial record MutatingAdmissionPolicyBindingList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<MutatingAdmissionPolicyBinding> Items { get; init; }
}

/// <summary>Which policy, with which settings.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record MutatingAdmissionPolicyBindingSpec
{
    /// <summary>The policy.</summary>
    [Field(1)]
    public partial string PolicyName { get; init; }

    /// <summary>The objects with settings.</summary>
    [Field(2)]
    public partial ParamRef? ParamRef { get; init; }

    /// <summary>Narrows the requests that the policy is about.</summary>
    [Field(3)]
    public partial MatchResources? MatchResources { get; init; }
}
