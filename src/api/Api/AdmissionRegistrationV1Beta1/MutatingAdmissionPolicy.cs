using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.MutatingAdmissionPolicy"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1", Plural = "mutatingadmissionpolicies", Categories = "api-extensions")]
public sealed partial record MutatingAdmissionPolicy
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial MutatingAdmissionPolicySpec Spec { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1")]
public sealed partial record MutatingAdmissionPolicyList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<MutatingAdmissionPolicy> Items { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.ApplyConfiguration"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record ApplyConfiguration
{
    [Field(1)]
    public partial string Expression { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.JSONPatch"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record JSONPatch
{
    [Field(1)]
    public partial string Expression { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.MutatingAdmissionPolicySpec"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record MutatingAdmissionPolicySpec
{
    [Field(1)]
    public partial ParamKind? ParamKind { get; init; }

    [Field(2)]
    public partial MatchResources? MatchConstraints { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<Variable> Variables { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<Mutation> Mutations { get; init; }

    [Field(5)]
    public partial string? FailurePolicy { get; init; }

    [Field(6, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<MatchCondition> MatchConditions { get; init; }

    [Field(7)]
    public partial string ReinvocationPolicy { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.Mutation"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record Mutation
{
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string PatchType { get; init; }

    [Field(3)]
    public partial ApplyConfiguration? ApplyConfiguration { get; init; }

    [Field(4)]
    public partial JSONPatch? JsonPatch { get; init; }
}
