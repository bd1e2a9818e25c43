using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.ValidatingAdmissionPolicy"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1", Plural = "validatingadmissionpolicies", Categories = "api-extensions")]
public sealed partial record ValidatingAdmissionPolicy
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValidatingAdmissionPolicySpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial ValidatingAdmissionPolicyStatus Status { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1")]
public sealed partial record ValidatingAdmissionPolicyList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<ValidatingAdmissionPolicy> Items { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.AuditAnnotation"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record AuditAnnotation
{
    [Field(1, Always = true)]
    public partial string Key { get; init; }

    [Field(2, Always = true)]
    public partial string ValueExpression { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.ExpressionWarning"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record ExpressionWarning
{
    [Field(2, Always = true)]
    public partial string FieldRef { get; init; }

    [Field(3, Always = true)]
    public partial string Warning { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.TypeChecking"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record TypeChecking
{
    [Field(1)]
    public partial ValueList<ExpressionWarning> ExpressionWarnings { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.ValidatingAdmissionPolicySpec"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record ValidatingAdmissionPolicySpec
{
    [Field(1)]
    public partial ParamKind? ParamKind { get; init; }

    [Field(2)]
    public partial MatchResources? MatchConstraints { get; init; }

    [Field(3)]
    public partial ValueList<Validation> Validations { get; init; }

    [Field(4)]
    public partial string? FailurePolicy { get; init; }

    [Field(5)]
    public partial ValueList<AuditAnnotation> AuditAnnotations { get; init; }

    [Field(6)]
    public partial ValueList<MatchCondition> MatchConditions { get; init; }

    [Field(7)]
    public partial ValueList<Variable> Variables { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.ValidatingAdmissionPolicyStatus"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record ValidatingAdmissionPolicyStatus
{
    [Field(1)]
    public partial long ObservedGeneration { get; init; }

    [Field(2)]
    public partial TypeChecking? TypeChecking { get; init; }

    [Field(3)]
    public partial ValueList<Condition> Conditions { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.Validation"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record Validation
{
    [Field(1, Always = true)]
    public partial string Expression { get; init; }

    [Field(2)]
    public partial string Message { get; init; }

    [Field(3)]
    public partial string? Reason { get; init; }

    [Field(4)]
    public partial string MessageExpression { get; init; }
}
