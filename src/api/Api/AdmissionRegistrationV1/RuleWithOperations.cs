using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>Operations on resources.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record RuleWithOperations
{
    /// <summary><c>CREATE</c>, <c>UPDATE</c>, <c>DELETE</c>, <c>CONNECT</c>, or <c>*</c> for all.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Operations { get; init; }

    /// <summary>The resources.</summary>
    [Field(2, Inline = true)]
    public partial Rule Rule { get; init; }
}

/// <summary>Resources.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record Rule
{
    /// <summary>The groups; <c>*</c> for all.</summary>
    [Field(1)]
    public partial ValueList<string> ApiGroups { get; init; }

    /// <summary>The versions; <c>*</c> for all.</summary>
    [Field(2)]
    public partial ValueList<string> ApiVersions { get; init; }

    /// <summary>The resources, subresources as <c>pods/status</c>; <c>*</c> for all resources, <c>*/*</c> for subresources too.</summary>
    [Field(3)]
    public partial ValueList<string> Resources { get; init; }

    /// <summary><c>Cluster</c>, <c>Namespaced</c> or <c>*</c> (the default).</summary>
    [Field(4)]
    public partial string? Scope { get; init; }
}
