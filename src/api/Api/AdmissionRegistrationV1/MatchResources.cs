using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>The requests that a policy is about.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record MatchResources
{
    /// <summary>Only objects in such namespaces; for a namespace, its own labels count. All by default.</summary>
    [Field(1)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Only objects with such labels, before or after the write. All by default.</summary>
    [Field(2)]
    public partial LabelSelector? ObjectSelector { get; init; }

    /// <summary>The operations and resources; one must match.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<NamedRuleWithOperations> ResourceRules { get; init; }

    /// <summary>Operations and resources left out.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<NamedRuleWithOperations> ExcludeResourceRules { get; init; }

    /// <summary><c>Equivalent</c> (the default) also takes other versions of the same resource, converted; <c>Exact</c> does not.</summary>
    [Field(7)]
    public partial string? MatchPolicy { get; init; }
}

/// <summary>Operations on resources, perhaps of certain names.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record NamedRuleWithOperations
{
    /// <summary>The names; all when empty.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> ResourceNames { get; init; }

    /// <summary>The operations and resources.</summary>
    [Field(2, Inline = true)]
    public partial RuleWithOperations RuleWithOperations { get; init; }
}
