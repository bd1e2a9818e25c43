using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AuditV1;

[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
[Kind("audit.k8s.io", "v1")]
public sealed partial record Policy
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<PolicyRule> Rules { get; init; }

    [Field(3)]
    public partial ValueList<string> OmitStages { get; init; }

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

[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record GroupResources
{
    [Field(1)]
    public partial string Group { get; init; }

    [Field(2)]
    public partial ValueList<string> Resources { get; init; }

    [Field(3)]
    public partial ValueList<string> ResourceNames { get; init; }
}

[Message("k8s.io.apiserver.pkg.apis.audit.v1")]
public sealed partial record PolicyRule
{
    [Field(1, Always = true)]
    public partial string Level { get; init; }

    [Field(2)]
    public partial ValueList<string> Users { get; init; }

    [Field(3)]
    public partial ValueList<string> UserGroups { get; init; }

    [Field(4)]
    public partial ValueList<string> Verbs { get; init; }

    [Field(5)]
    public partial ValueList<GroupResources> Resources { get; init; }

    [Field(6)]
    public partial ValueList<string> Namespaces { get; init; }

    [Field(7)]
    public partial ValueList<string> NonResourceURLs { get; init; }

    [Field(8)]
    public partial ValueList<string> OmitStages { get; init; }

    [Field(9)]
    public partial bool? OmitManagedFields { get; init; }
}
