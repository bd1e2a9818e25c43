using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>Puts a policy into effect, perhaps with settings and for some resources only.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1", Plural = "validatingadmissionpolicybindings", Categories = "api-extensions")]
public sealed partial record ValidatingAdmissionPolicyBinding
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ValidatingAdmissionPolicyBindingSpec Spec { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1")]
public sealed partial record ValidatingAdmissionPolicyBindingList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ValidatingAdmissionPolicyBinding> Items { get; init; }
}

/// <summary>Which policy, with which settings, to which effect.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record ValidatingAdmissionPolicyBindingSpec
{
    /// <summary>The policy.</summary>
    [Field(1, Required = true)]
    public partial string PolicyName { get; init; }

    /// <summary>The objects with settings.</summary>
    [Field(2)]
    public partial ParamRef? ParamRef { get; init; }

    /// <summary>Narrows the requests that the policy is about.</summary>
    [Field(3)]
    public partial MatchResources? MatchResources { get; init; }

    /// <summary>What a failed check does: <c>Deny</c>, <c>Warn</c>, <c>Audit</c>; Deny and Warn exclude each other.</summary>
    [Field(4, Required = true, ListType = "set")]
    public partial ValueList<string> ValidationActions { get; init; }
}
