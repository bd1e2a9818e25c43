using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>Checks of writes, as CEL expressions that the server works out itself. Takes effect by bindings.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1", Plural = "validatingadmissionpolicies", Categories = "api-extensions")]
public sealed partial record ValidatingAdmissionPolicy
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ValidatingAdmissionPolicySpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ValidatingAdmissionPolicyStatus Status { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1")]
public sealed partial record ValidatingAdmissionPolicyList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ValidatingAdmissionPolicy> Items { get; init; }
}

/// <summary>A note in the audit log.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record AuditAnnotation
{
    /// <summary>The key's last part; the policy's name comes before it. At most 63 characters.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary>A CEL expression for the text; null leaves the note out.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ValueExpression { get; init; }
}

/// <summary>A warning about an expression.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record ExpressionWarning
{
    /// <summary>The field with the expression.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string FieldRef { get; init; }

    /// <summary>What is wrong.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Warning { get; init; }
}

/// <summary>What is wrong with the types in expressions.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record TypeChecking
{
    /// <summary>The warnings.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<ExpressionWarning> ExpressionWarnings { get; init; }
}

/// <summary>The requests and the checks.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record ValidatingAdmissionPolicySpec
{
    /// <summary>The kind of object with settings; none when unset.</summary>
    [Field(1)]
    public partial ParamKind? ParamKind { get; init; }

    /// <summary>The requests that it is about.</summary>
    [Field(2)]
    public partial MatchResources? MatchConstraints { get; init; }

    /// <summary>The checks.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<Validation> Validations { get; init; }

    /// <summary>What an error in an expression means: <c>Fail</c> (the default) or <c>Ignore</c>.</summary>
    [Field(4)]
    public partial string? FailurePolicy { get; init; }

    /// <summary>What is noted in the audit log.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<AuditAnnotation> AuditAnnotations { get; init; }

    /// <summary>Expressions that must all be true for the checks to be made; at most 64.</summary>
    [Field(6, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<MatchCondition> MatchConditions { get; init; }

    /// <summary>Expressions that have a name, for the others to use.</summary>
    [Field(7, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<Variable> Variables { get; init; }
}

/// <summary>How a policy is doing.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record ValidatingAdmissionPolicyStatus
{
    /// <summary>The generation that this status is about.</summary>
    [Field(1)]
    public partial long ObservedGeneration { get; init; }

    /// <summary>What is wrong with the types in its expressions.</summary>
    [Field(2)]
    public partial TypeChecking? TypeChecking { get; init; }

    /// <summary>What holds at present.</summary>
    [Field(3, ListType = "map", MapKeys = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}

/// <summary>A check.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record Validation
{
    /// <summary>A CEL expression that is true where the write is fine.</summary>
    [Field(1, Always = true)]
    public partial string Expression { get; init; }

    /// <summary>What to say where it is not; on one line.</summary>
    [Field(2)]
    public partial string Message { get; init; }

    /// <summary>
    /// The reason of the refusal: <c>Unauthorized</c>, <c>Forbidden</c>, <c>Invalid</c> (the default) or <c>RequestEntityTooLarge</c>.
    /// </summary>
    [Field(3)]
    public partial string? Reason { get; init; }

    /// <summary>A CEL expression that makes the message; wins over message.</summary>
    [Field(4)]
    public partial string MessageExpression { get; init; }
}
