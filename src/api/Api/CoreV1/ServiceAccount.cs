using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>An identity for the programs in pods.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "serviceaccounts", ShortNames = "sa", Namespaced = true)]
public sealed partial record ServiceAccount
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>
    /// Secrets that pods of the account may use, where the account is annotated to enforce that. Also where old token Secrets were listed.
    /// </summary>
    [Field(2, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<ObjectReference> Secrets { get; init; }

    /// <summary>Secrets with registry credentials, added to pods of the account that list none.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<LocalObjectReference> ImagePullSecrets { get; init; }

    /// <summary>Whether pods of the account get its token mounted; a pod's own setting wins. True when unset.</summary>
    [Field(4)]
    public partial bool? AutomountServiceAccountToken { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record ServiceAccountList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ServiceAccount> Items { get; init; }
}
