using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>Changes of writes, as CEL expressions that the server works out itself. Takes effect by bindings.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1", Plural = "mutatingadmissionpolicies", Categories = "api-extensions")]
public sealed partial record MutatingAdmissionPolicy
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial MutatingAdmissionPolicySpec Spec { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1")]
public sealed partial record MutatingAdmissionPolicyList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<MutatingAdmissionPolicy> Items { get; init; }
}

/// <summary>A change that is merged in as server-side apply does.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record ApplyConfiguration
{
    /// <summary>A CEL expression that makes the part of the object.</summary>
    [Field(1)]
    public partial string Expression { get; init; }
}

/// <summary>A change as a JSON patch.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record JSONPatch
{
    /// <summary>A CEL expression that makes the list of operations.</summary>
    [Field(1)]
    public partial string Expression { get; init; }
}

/// <summary>The requests and the changes.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record MutatingAdmissionPolicySpec
{
    /// <summary>The kind of object with settings; none when unset.</summary>
    [Field(1)]
    public partial ParamKind? ParamKind { get; init; }

    /// <summary>The requests that it is about.</summary>
    [Field(2)]
    public partial MatchResources? MatchConstraints { get; init; }

    /// <summary>Expressions that have a name, for the others to use.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<Variable> Variables { get; init; }

    /// <summary>The changes, one after the other.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<Mutation> Mutations { get; init; }

    /// <summary>What an error in an expression means: <c>Fail</c> (the default) or <c>Ignore</c>.</summary>
    [Field(5)]
    public partial string? FailurePolicy { get; init; }

    /// <summary>Expressions that must all be true for the changes to be made; at most 64.</summary>
    [Field(6, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<MatchCondition> MatchConditions { get; init; }

    /// <summary><c>Never</c> or <c>IfNeeded</c>: whether it is worked out again when something later changed the object.</summary>
    [Field(7)]
    public partial string ReinvocationPolicy { get; init; }
}

/// <summary>A change; the field that patchType names is set.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record Mutation
{
    /// <summary><c>ApplyConfiguration</c> or <c>JSONPatch</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string PatchType { get; init; }

    /// <summary>A change as a part of the object.</summary>
    [Field(3)]
    public partial ApplyConfiguration? ApplyConfiguration { get; init; }

    /// <summary>A change as a JSON patch.</summary>
    [Field(4)]
    public partial JSONPatch? JsonPatch { get; init; }
}
