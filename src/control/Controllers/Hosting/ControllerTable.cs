using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Controllers.AdmissionPolicies;
using Cybernetes.Controllers.Attachments;
using Cybernetes.Controllers.Autoscaling;
using Cybernetes.Controllers.Bootstrap;
using Cybernetes.Controllers.Certificates;
using Cybernetes.Controllers.ClusterRoles;
using Cybernetes.Controllers.CronJobs;
using Cybernetes.Controllers.DaemonSets;
using Cybernetes.Controllers.Deployments;
using Cybernetes.Controllers.Disruption;
using Cybernetes.Controllers.EndpointMirroring;
using Cybernetes.Controllers.EphemeralVolumes;
using Cybernetes.Controllers.GarbageCollection;
using Cybernetes.Controllers.Jobs;
using Cybernetes.Controllers.Namespaces;
using Cybernetes.Controllers.NodeTtl;
using Cybernetes.Controllers.Nodes;
using Cybernetes.Controllers.PersistentVolumes;
using Cybernetes.Controllers.PodGc;
using Cybernetes.Controllers.Quotas;
using Cybernetes.Controllers.ReplicaSets;
using Cybernetes.Controllers.ResourceClaims;
using Cybernetes.Controllers.ServiceAccounts;
using Cybernetes.Controllers.ServiceCidrs;
using Cybernetes.Controllers.ServiceEndpoints;
using Cybernetes.Controllers.StatefulSets;
using Cybernetes.Controllers.TtlAfterFinished;
using Cybernetes.Controllers.VolumeExpansion;
using Cybernetes.Controllers.VolumeProtection;

namespace Cybernetes.Controllers.Hosting;

/// <summary>Every controller by upstream's name.</summary>
public static class ControllerTable
{
    /// <summary>One row.</summary>
    /// <param name="Name">The name for <c>--controllers</c>.</param>
    /// <param name="Account">The service account of <c>kube-system</c> it speaks as, which has a ClusterRole <c>system:controller:…</c>; null for the manager itself.</param>
    /// <param name="Create">Makes it; null where the options leave it without work.</param>
    /// <param name="OnByDefault">Whether <c>*</c> means it.</param>
    public sealed record Row(string Name, string? Account, Func<ControllerContext, IController?> Create, bool OnByDefault = true);

    /// <summary>The rows in the order of starting.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        new("serviceaccount-token-controller", null, context => context.Options.ServiceAccountPrivateKeyFile.Length > 0 ? new TokenSecretController(context) : null),
        new("serviceaccount-controller", "service-account-controller", context => new ServiceAccountController(context)),
        new("root-ca-certificate-publisher-controller", "root-ca-cert-publisher", context => context.Options.RootCa.Length == 0 ? null : new RootCaPublisher(context)),
        new("replicaset-controller", "replicaset-controller", context => new ReplicaController<ReplicaSet>(context, new ReplicaSetKind())),
        new("replicationcontroller-controller", "replication-controller", context => new ReplicaController<ReplicationController>(context, new ReplicationControllerKind())),
        new("deployment-controller", "deployment-controller", context => new DeploymentController(context)),
        new("daemonset-controller", "daemon-set-controller", context => new DaemonSetController(context)),
        new("statefulset-controller", "statefulset-controller", context => new StatefulSetController(context)),
        new("job-controller", "job-controller", context => new JobController(context)),
        new("endpoints-controller", "endpoint-controller", context => new EndpointsController(context)),
        new("endpointslice-controller", "endpointslice-controller", context => new EndpointSliceController(context)),
        new("namespace-controller", "namespace-controller", context => new NamespaceController(context)),
        new("garbage-collector-controller", "generic-garbage-collector", context => context.Options.EnableGarbageCollector ? new GarbageCollector(context) : null),
        new("node-ipam-controller", "node-controller", context => context.Options.AllocateNodeCidrs && context.Options.ClusterCidrs.Count > 0 ? new NodeIpamController(context) : null),
        new("node-lifecycle-controller", "node-controller", context => new NodeLifecycleController(context)),
        new("taint-eviction-controller", "node-controller", context => new TaintEvictionController(context)),
        new("pod-garbage-collector-controller", "pod-garbage-collector", context => new PodGcController(context)),
        new("clusterrole-aggregation-controller", "clusterrole-aggregation-controller", context => new ClusterRoleAggregation(context)),
        new("disruption-controller", "disruption-controller", context => new DisruptionController(context)),
        new("resourcequota-controller", "resourcequota-controller", context => new ResourceQuotaController(context)),
        new("certificatesigningrequest-approving-controller", "certificate-controller", context => new CsrApprover(context)),
        new("certificatesigningrequest-signing-controller", "certificate-controller", context => context.Options.ClusterSigningCertFile.Length > 0 ? new CsrSigner(context) : null),
        new("certificatesigningrequest-cleaner-controller", "certificate-controller", context => new CsrCleaner(context)),
        new("bootstrap-signer-controller", "bootstrap-signer", context => new BootstrapSigner(context), OnByDefault: false),
        new("token-cleaner-controller", "token-cleaner", context => new TokenCleaner(context), OnByDefault: false),
        new("cronjob-controller", "cronjob-controller", context => new CronJobController(context)),
        new("ttl-after-finished-controller", "ttl-after-finished-controller", context => new TtlAfterFinishedController(context)),
        new("horizontal-pod-autoscaler-controller", "horizontal-pod-autoscaler", context => new HorizontalController(context)),
        new("endpointslice-mirroring-controller", "endpointslicemirroring-controller", context => new EndpointSliceMirroringController(context)),
        new("persistentvolume-binder-controller", "persistent-volume-binder", context => new VolumeBinder(context)),
        new("persistentvolumeclaim-protection-controller", "pvc-protection-controller", context => new ClaimProtectionController(context)),
        new("persistentvolume-protection-controller", "pv-protection-controller", context => new VolumeProtectionController(context)),
        new("volumeattributesclass-protection-controller", "volumeattributesclass-protection-controller", context => new AttributesClassProtectionController(context)),
        new("persistentvolume-expander-controller", "expand-controller", context => new VolumeExpansionController(context)),
        new("resourceclaim-controller", "resource-claim-controller", context => new ResourceClaimController(context)),
        new("ephemeral-volume-controller", "ephemeral-volume-controller", context => new EphemeralVolumeController(context)),
        new("ttl-controller", "ttl-controller", context => new NodeTtlController(context)),
        new("legacy-serviceaccount-token-cleaner-controller", "legacy-service-account-token-cleaner", context => new LegacyTokenCleaner(context)),
        new("persistentvolume-attach-detach-controller", "attachdetach-controller", context => new AttachmentController(context)),
        new("validatingadmissionpolicy-status-controller", "validatingadmissionpolicy-status-controller", context => new PolicyStatusController(context)),
        new("service-cidr-controller", "service-cidrs-controller", context => new ServiceCidrController(context)),
    ];

    /// <summary>The old names that <c>--controllers</c> still takes.</summary>
    public static IReadOnlyDictionary<string, string> Aliases { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["attachdetach"] = "persistentvolume-attach-detach-controller",
        ["bootstrapsigner"] = "bootstrap-signer-controller",
        ["clusterrole-aggregation"] = "clusterrole-aggregation-controller",
        ["cronjob"] = "cronjob-controller",
        ["csrapproving"] = "certificatesigningrequest-approving-controller",
        ["csrcleaner"] = "certificatesigningrequest-cleaner-controller",
        ["csrsigning"] = "certificatesigningrequest-signing-controller",
        ["daemonset"] = "daemonset-controller",
        ["deployment"] = "deployment-controller",
        ["disruption"] = "disruption-controller",
        ["endpoint"] = "endpoints-controller",
        ["endpointslice"] = "endpointslice-controller",
        ["endpointslicemirroring"] = "endpointslice-mirroring-controller",
        ["ephemeral-volume"] = "ephemeral-volume-controller",
        ["garbagecollector"] = "garbage-collector-controller",
        ["horizontalpodautoscaling"] = "horizontal-pod-autoscaler-controller",
        ["job"] = "job-controller",
        ["legacy-service-account-token-cleaner"] = "legacy-serviceaccount-token-cleaner-controller",
        ["namespace"] = "namespace-controller",
        ["nodeipam"] = "node-ipam-controller",
        ["nodelifecycle"] = "node-lifecycle-controller",
        ["persistentvolume-binder"] = "persistentvolume-binder-controller",
        ["persistentvolume-expander"] = "persistentvolume-expander-controller",
        ["podgc"] = "pod-garbage-collector-controller",
        ["pv-protection"] = "persistentvolume-protection-controller",
        ["pvc-protection"] = "persistentvolumeclaim-protection-controller",
        ["replicaset"] = "replicaset-controller",
        ["replicationcontroller"] = "replicationcontroller-controller",
        ["resource-claim-controller"] = "resourceclaim-controller",
        ["resourcequota"] = "resourcequota-controller",
        ["root-ca-cert-publisher"] = "root-ca-certificate-publisher-controller",
        ["serviceaccount"] = "serviceaccount-controller",
        ["serviceaccount-token"] = "serviceaccount-token-controller",
        ["statefulset"] = "statefulset-controller",
        ["tokencleaner"] = "token-cleaner-controller",
        ["ttl"] = "ttl-controller",
        ["ttl-after-finished"] = "ttl-after-finished-controller",
    };

    /// <summary>Whether a selection, as <c>--controllers</c> gives it, means a controller: a name wins over <c>*</c>.</summary>
    public static bool IsSelected(Row row, IReadOnlyList<string> selection)
    {
        var star = false;
        foreach (var item in selection)
        {
            if (item == "*")
            {
                star = true;
            }
            else if (Canonical(item) == row.Name)
            {
                return true;
            }
            else if (item.StartsWith('-') && Canonical(item[1..]) == row.Name)
            {
                return false;
            }
        }

        return star && row.OnByDefault;
    }

    /// <summary>The names in a selection that mean no controller.</summary>
    public static IEnumerable<string> Unknown(IReadOnlyList<string> selection)
    {
        var known = All.Select(row => row.Name).Concat(Aliases.Values).Concat(_cloud).ToHashSet(StringComparer.Ordinal);
        return selection.Where(item => item != "*" && !known.Contains(Canonical(item.StartsWith('-') ? item[1..] : item)));
    }

    private static readonly string[] _cloud = ["service-lb-controller", "node-route-controller", "cloud-node-lifecycle-controller", "selinux-warning-controller", "device-taint-eviction-controller"];

    private static string Canonical(string name) => Aliases.GetValueOrDefault(name) ?? name;
}
