using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Admission.Plugins;
using Cybernetes.ApiServer.Admission.PodSecurity;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission;

/// <summary>The known plugins in upstream's order, and which of them are on.</summary>
public static class AdmissionPlugins
{
    /// <summary>Every name in the order they run.</summary>
    public static IReadOnlyList<string> Order { get; } =
    [
        "AlwaysAdmit", "NamespaceAutoProvision", "NamespaceLifecycle", "NamespaceExists", "LimitPodHardAntiAffinityTopology", "LimitRanger",
        "ServiceAccount", "NodeRestriction", "TaintNodesByCondition", "AlwaysPullImages", "ImagePolicyWebhook", "PodSecurity", "PodNodeSelector",
        "Priority", "DefaultTolerationSeconds", "PodTolerationRestriction", "EventRateLimit", "ExtendedResourceToleration", "DefaultStorageClass",
        "StorageObjectInUseProtection", "OwnerReferencesPermissionEnforcement", "PersistentVolumeClaimResize", "RuntimeClass",
        "CertificateApproval", "CertificateSigning", "ClusterTrustBundleAttest", "CertificateSubjectRestriction", "DefaultIngressClass",
        "DenyServiceExternalIPs", "PodTopologyLabels", "MutatingAdmissionPolicy", "MutatingAdmissionWebhook",
        "ValidatingAdmissionPolicy", "ValidatingAdmissionWebhook", "ResourceQuota", "AlwaysDeny",
    ];

    /// <summary>Those that are on when nothing is said.</summary>
    public static IReadOnlySet<string> DefaultOn { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "NamespaceLifecycle", "LimitRanger", "ServiceAccount", "TaintNodesByCondition", "PodSecurity", "Priority", "DefaultTolerationSeconds",
        "DefaultStorageClass", "StorageObjectInUseProtection", "PersistentVolumeClaimResize", "RuntimeClass", "CertificateApproval",
        "CertificateSigning", "ClusterTrustBundleAttest", "CertificateSubjectRestriction", "DefaultIngressClass", "PodTopologyLabels",
        "MutatingAdmissionPolicy", "MutatingAdmissionWebhook", "ValidatingAdmissionPolicy", "ValidatingAdmissionWebhook", "ResourceQuota",
    };

    /// <summary>
    /// The chain for <c>--enable-admission-plugins</c> and <c>--disable-admission-plugins</c>. <paramref name="others"/> are plugins made
    /// elsewhere (webhooks, policies), by name. Throws <see cref="FormatException"/> in upstream's words.
    /// </summary>
    public static AdmissionChain Create(
        IReadOnlyList<string> enable, IReadOnlyList<string> disable, AdmissionContext context, IReadOnlyDictionary<string, IAdmissionPlugin>? others = null)
    {
        Check(enable, "enable-admission-plugins");
        Check(disable, "disable-admission-plugins");
        var both = enable.Intersect(disable).ToArray();
        if (both.Length > 0)
        {
            throw new FormatException($"[{string.Join(' ', both)}] in enable-admission-plugins and disable-admission-plugins overlapped");
        }
        var names = Order.Where(n => enable.Contains(n) || (DefaultOn.Contains(n) && !disable.Contains(n)));
        IEnumerable<IAdmissionPlugin> always = context.Escalation is { } check ? [new RbacEscalation(check)] : [];
        return new AdmissionChain([.. names.Select(n => others?.GetValueOrDefault(n) ?? Make(n, context)).OfType<IAdmissionPlugin>(), .. always]);
    }

    private static void Check(IReadOnlyList<string> names, string flag)
    {
        if (names.FirstOrDefault(n => !Order.Contains(n)) is { } unknown)
        {
            throw new FormatException($"{flag} plugin \"{unknown}\" is unknown");
        }
    }

    private static IAdmissionPlugin? Make(string name, AdmissionContext c) => name switch
    {
        "AlwaysAdmit" => new AlwaysAdmit(),
        "NamespaceAutoProvision" => new NamespaceAutoProvision(c.Cluster, c.Writer),
        "NamespaceLifecycle" => new NamespaceLifecycle(c.Cluster),
        "NamespaceExists" => new NamespaceExists(c.Cluster),
        "LimitPodHardAntiAffinityTopology" => new LimitPodHardAntiAffinityTopology(),
        "LimitRanger" => new LimitRanger(c.Cluster),
        "ServiceAccount" => new ServiceAccountPlugin(c.Cluster, c.Time),
        "NodeRestriction" => new NodeRestriction(c.Cluster),
        "TaintNodesByCondition" => new TaintNodesByCondition(),
        "AlwaysPullImages" => new AlwaysPullImages(),
        "PodSecurity" => new PodSecurityPlugin(c.Cluster, c.PodSecurity),
        "PodNodeSelector" => new PodNodeSelector(c.Cluster, c.NodeSelectors),
        "Priority" => new PriorityPlugin(c.Cluster),
        "DefaultTolerationSeconds" => new DefaultTolerationSeconds(c.NotReadySeconds, c.UnreachableSeconds),
        "PodTolerationRestriction" => new PodTolerationRestriction(c.Cluster, c.PodTolerations),
        "EventRateLimit" => new EventRateLimit(c.EventLimits, c.Time),
        "ImagePolicyWebhook" => ImagePolicy(c),
        "ExtendedResourceToleration" => new ExtendedResourceToleration(),
        "DefaultStorageClass" => new DefaultStorageClass(c.Cluster),
        "StorageObjectInUseProtection" => new StorageObjectInUseProtection(),
        "OwnerReferencesPermissionEnforcement" => new OwnerReferencesPermissionEnforcement(c.Authorizer, c.ResourceOf),
        "PersistentVolumeClaimResize" => new PersistentVolumeClaimResize(c.Cluster),
        "RuntimeClass" => new RuntimeClassPlugin(c.Cluster),
        "CertificateApproval" => new CertificateApproval(c.Authorizer),
        "CertificateSigning" => new CertificateSigning(c.Authorizer),
        "CertificateSubjectRestriction" => new CertificateSubjectRestriction(),
        "DefaultIngressClass" => new DefaultIngressClass(c.Cluster),
        "DenyServiceExternalIPs" => new DenyServiceExternalIPs(),
        "PodTopologyLabels" => new PodTopologyLabels(c.Cluster),
        "ValidatingAdmissionPolicy" => new Policies.ValidatingPolicies(c.Cluster, c.Authorizer),
        "MutatingAdmissionPolicy" => new Policies.MutatingPolicies(c.Cluster, c.Authorizer),
        "MutatingAdmissionWebhook" => new Webhooks.MutatingWebhooks(c.Cluster, c.Authorizer),
        "ValidatingAdmissionWebhook" => new Webhooks.ValidatingWebhooks(c.Cluster, c.Authorizer),
        "ResourceQuota" => new ResourceQuotaPlugin(c.Cluster, c.Writer, c.Time, c.Quota),
        "AlwaysDeny" => new AlwaysDeny(),
        _ => null,
    };

    private static ImagePolicyWebhook ImagePolicy(AdmissionContext context)
    {
        var options = context.ImagePolicy ?? throw new FormatException("no config specified for the ImagePolicyWebhook admission plugin");
        return new(Authentication.Webhooks.WebhookClient.FromKubeconfig(options.KubeConfigFile), options, context.Time);
    }
}
