using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.PodSecurityConfigV1;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission;

/// <summary>What the plugins stand on.</summary>
/// <param name="Cluster">The cluster as the server's caches hold it.</param>
/// <param name="Writer">Writes of the server itself.</param>
/// <param name="Authorizer">For plugins that ask about further permissions.</param>
/// <param name="Time">The clock.</param>
public sealed record AdmissionContext(IClusterView Cluster, IClusterWriter Writer, IAuthorizer Authorizer, TimeProvider Time)
{
    /// <summary>Keeps roles and bindings from granting more than their writer holds; null where RBAC is off.</summary>
    public Authorization.Rbac.EscalationCheck? Escalation { get; init; }

    /// <summary>The configuration of PodSecurity, from <c>--admission-control-config-file</c>.</summary>
    public PodSecurityConfiguration? PodSecurity { get; init; }

    /// <summary>The configuration of ResourceQuota.</summary>
    public Api.ResourceQuotaConfigV1.Configuration? Quota { get; init; }

    /// <summary>The resource of a kind; null when nobody serves it. The declared kinds unless custom ones are known.</summary>
    public Func<GroupVersionKind, GroupVersionResource?> ResourceOf { get; init; } = kind => Kinds.Find(kind)?.Info.Resource;
}
