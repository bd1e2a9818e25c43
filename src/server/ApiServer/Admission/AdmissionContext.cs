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
    /// <summary>The limits of Events; null for none said.</summary>
    public Api.EventRateLimitConfigV1Alpha1.Configuration? EventLimits { get; init; }

    /// <summary>The cluster's default tolerations and whitelist.</summary>
    public Api.PodTolerationRestrictionConfigV1Alpha1.Configuration? PodTolerations { get; init; }

    /// <summary>How the webhook for images is asked; null where it is not configured.</summary>
    public Plugins.ImagePolicyOptions? ImagePolicy { get; init; }

    /// <summary>Node selectors by namespace, and the cluster's default; null for none said.</summary>
    public IReadOnlyDictionary<string, string>? NodeSelectors { get; init; }

    /// <summary>Seconds that pods stay on a node that is not ready.</summary>
    public long NotReadySeconds { get; init; } = 300;

    /// <summary>Seconds that pods stay on a node that cannot be reached.</summary>
    public long UnreachableSeconds { get; init; } = 300;

    /// <summary>Keeps roles and bindings from granting more than their writer holds; null where RBAC is off.</summary>
    public Authorization.Rbac.EscalationCheck? Escalation { get; init; }

    /// <summary>The configuration of PodSecurity, from <c>--admission-control-config-file</c>.</summary>
    public PodSecurityConfiguration? PodSecurity { get; init; }

    /// <summary>The configuration of ResourceQuota.</summary>
    public Api.ResourceQuotaConfigV1.Configuration? Quota { get; init; }

    /// <summary>The resource of a kind; null when nobody serves it. The declared kinds unless custom ones are known.</summary>
    public Func<GroupVersionKind, GroupVersionResource?> ResourceOf { get; init; } = kind => Kinds.Find(kind)?.Info.Resource;
}
