using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Catalog;

/// <summary>How objects of each resource go, where that is not the common way.</summary>
internal static class DeletePolicies
{
    private static readonly DeletePolicy _returns = new() { ReturnsObject = true };
    private static readonly DeletePolicy _orphans = new() { OrphansByDefault = true };
    private static readonly DeletePolicy _uncollected = new() { IsCollected = false };

    public static DeletePolicy Of(GroupResource resource) => resource.ToString() switch
    {
        "namespaces" => new Namespaces.NamespaceDeletePolicy(),
        "pods" => new Pods.PodDeletePolicy { ReturnsObject = true },
        "services" or "serviceaccounts" or "podtemplates" or "resourcequotas" or "persistentvolumes" or "persistentvolumeclaims"
            or "storageclasses.storage.k8s.io" or "csidrivers.storage.k8s.io" or "csinodes.storage.k8s.io" or "volumeattachments.storage.k8s.io"
            or "csistoragecapacities.storage.k8s.io" or "volumeattributesclasses.storage.k8s.io" => _returns,
        "replicationcontrollers" or "jobs.batch" => _orphans,
        "events" or "events.events.k8s.io" => _uncollected,
        _ => DeletePolicy.Default,
    };
}
