using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Catalog;

/// <summary>Which resources have which of the common subresources.</summary>
internal static class SubresourceCatalog
{
    private static readonly HashSet<string> _status =
    [
        "apiservices.apiregistration.k8s.io", "daemonsets.apps", "deployments.apps", "replicasets.apps", "statefulsets.apps",
        "horizontalpodautoscalers.autoscaling", "cronjobs.batch", "jobs.batch", "certificatesigningrequests.certificates.k8s.io",
        "podcertificaterequests.certificates.k8s.io", "ingresses.networking.k8s.io", "servicecidrs.networking.k8s.io",
        "poddisruptionbudgets.policy", "volumeattachments.storage.k8s.io", "validatingadmissionpolicies.admissionregistration.k8s.io",
        "customresourcedefinitions.apiextensions.k8s.io", "podgroups.scheduling.k8s.io", "resourceclaims.resource.k8s.io",
        "devicetaintrules.resource.k8s.io", "resourcepoolstatusrequests.resource.k8s.io", "flowschemas.flowcontrol.apiserver.k8s.io",
        "prioritylevelconfigurations.flowcontrol.apiserver.k8s.io", "storageversions.internal.apiserver.k8s.io",
        "storageversionmigrations.storagemigration.k8s.io", "namespaces", "nodes", "persistentvolumes", "persistentvolumeclaims", "pods",
        "replicationcontrollers", "resourcequotas", "services",
    ];

    private static readonly HashSet<string> _scale = ["deployments.apps", "replicasets.apps", "statefulsets.apps", "replicationcontrollers"];

    // Kinds that are declared but are no resources of their own.
    private static readonly HashSet<string> _hidden =
    [
        "scales.autoscaling", "evictions.policy", "podstatusresults", "rangeallocations", "tokenrequests.authentication.k8s.io",
        "serializedreferences",
    ];

    private static readonly HashSet<string> _virtual =
    [
        "bindings", "componentstatuses", "selfsubjectreviews.authentication.k8s.io", "tokenreviews.authentication.k8s.io",
        "localsubjectaccessreviews.authorization.k8s.io", "selfsubjectaccessreviews.authorization.k8s.io",
        "selfsubjectrulesreviews.authorization.k8s.io", "subjectaccessreviews.authorization.k8s.io",
    ];

    public static bool HasStatus(GroupResource resource) => _status.Contains(resource.ToString());

    public static bool HasScale(GroupResource resource) => _scale.Contains(resource.ToString());

    public static bool IsHidden(GroupResource resource) => _hidden.Contains(resource.ToString());

    public static bool IsVirtual(GroupResource resource) => _virtual.Contains(resource.ToString());
}
