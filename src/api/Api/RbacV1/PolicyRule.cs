using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.RbacV1;

/// <summary>A permission: these verbs on these resources or paths.</summary>
[Message("k8s.io.api.rbac.v1")]
public sealed partial record PolicyRule
{
    /// <summary>What may be done, such as <c>get</c>; <c>*</c> for all.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> Verbs { get; init; }

    /// <summary>The groups of the resources; the empty text is the core group, <c>*</c> all.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> ApiGroups { get; init; }

    /// <summary>The resources, subresources as <c>pods/log</c>; <c>*</c> for all.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Resources { get; init; }

    /// <summary>Names to which it is limited; all when empty. Create and deletecollection cannot be limited so.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<string> ResourceNames { get; init; }

    /// <summary>Paths such as <c>/healthz</c>, <c>*</c> at the end for the rest. ClusterRoles only; excludes resources.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<string> NonResourceURLs { get; init; }
}
