using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuditV1;

/// <summary>What is noted in the audit log.</summary>
[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
[Kind("audit.k8s.io", "v1")]
public sealed partial record Policy
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The rules, of which the first that matches a request decides; without one nothing is noted.</summary>
    [Field(2, Always = true)]
    public partial ValueList<PolicyRule> Rules { get; init; }

    /// <summary>Stages at which nothing is noted.</summary>
    [Field(3)]
    public partial ValueList<string> OmitStages { get; init; }

    /// <summary>Whether managedFields are left out of bodies. False by default.</summary>
    [Field(4)]
    public partial bool OmitManagedFields { get; init; }
}

[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
[Kind("audit.k8s.io", "v1")]
public sealed partial record PolicyList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<Policy> Items { get; init; }
}

/// <summary>Resources of a group.</summary>
[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record GroupResources
{
    /// <summary>The group; the core group when empty.</summary>
    [Field(1)]
    public partial string Group { get; init; }

    /// <summary>The resources, subresources as <c>pods/log</c>, <c>*</c> for all; all when empty.</summary>
    [Field(2)]
    public partial ValueList<string> Resources { get; init; }

    /// <summary>The names; all when empty.</summary>
    [Field(3)]
    public partial ValueList<string> ResourceNames { get; init; }
}

/// <summary>Which requests, and how much is noted of them.</summary>
[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record PolicyRule
{
    /// <summary><c>None</c>, <c>Metadata</c>, <c>Request</c> or <c>RequestResponse</c>.</summary>
    [Field(1, Always = true)]
    public partial string Level { get; init; }

    /// <summary>The users; all when empty.</summary>
    [Field(2)]
    public partial ValueList<string> Users { get; init; }

    /// <summary>Groups of which the user is in one; all when empty.</summary>
    [Field(3)]
    public partial ValueList<string> UserGroups { get; init; }

    /// <summary>The verbs; all when empty.</summary>
    [Field(4)]
    public partial ValueList<string> Verbs { get; init; }

    /// <summary>The resources; all when empty.</summary>
    [Field(5)]
    public partial ValueList<GroupResources> Resources { get; init; }

    /// <summary>The namespaces; the empty text is for objects outside. All when empty.</summary>
    [Field(6)]
    public partial ValueList<string> Namespaces { get; init; }

    /// <summary>The paths; <c>*</c> at the end for the rest.</summary>
    [Field(7)]
    public partial ValueList<string> NonResourceURLs { get; init; }

    /// <summary>Stages at which nothing is noted, besides the policy's.</summary>
    [Field(8)]
    public partial ValueList<string> OmitStages { get; init; }

    /// <summary>Whether managedFields are left out of bodies; the policy's when unset.</summary>
    [Field(9)]
    public partial bool? OmitManagedFields { get; init; }
}
