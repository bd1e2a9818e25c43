using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1Alpha1;

/// <inheritdoc cref="AdmissionRegistrationV1.MatchResources"/>
[Message("k8s.io.api.admissionregistration.v1alpha1")]
public sealed partial record MatchResources
{
    [Field(1)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    [Field(2)]
    public partial LabelSelector? ObjectSelector { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<NamedRuleWithOperations> ResourceRules { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<NamedRuleWithOperations> ExcludeResourceRules { get; init; }

    [Field(7)]
    public partial string? MatchPolicy { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.NamedRuleWithOperations"/>
[Message("k8s.io.api.admissionregistration.v1alpha1")]
public sealed partial record NamedRuleWithOperations
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> ResourceNames { get; init; }

    [Field(2, Inline = true)]
    public partial RuleWithOperations RuleWithOperations { get; init; }
}
