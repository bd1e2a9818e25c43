using Cybernetes.Api.CoordinationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Api.ResourceV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Holds a kubelet to its own node, pods, leases and tokens.</summary>
public sealed partial class NodeRestriction(IClusterView cluster) : IAdmissionPlugin
{
    private const string MirrorAnnotation = "kubernetes.io/config.mirror";
    private const string LeaseNamespace = "kube-node-lease";

    /// <inheritdoc/>
    public string Name => "NodeRestriction";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update | AdmissionOperation.Delete;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.User.NodeName is not { } node)
        {
            return default;
        }
        if (node.Length == 0)
        {
            return ValueTask.FromResult<Status?>(Refusal.Forbidden(attributes, $"could not determine node identity from user \"{attributes.User.Name}\""));
        }
        var why = (attributes.Resource.Group, attributes.Resource.Resource) switch
        {
            ("", "pods") => Pod(attributes, node),
            ("", "nodes") => NodeItself(attributes, node),
            ("", "persistentvolumeclaims") => Claim(attributes, node),
            ("", "serviceaccounts") => Token(attributes, node),
            ("coordination.k8s.io", "leases") => Lease(attributes, node),
            ("storage.k8s.io", "csinodes") => Named(attributes, (attributes.Object as CSINode)?.Metadata, node)
                ? null : "can only access CSINode with the same name as the requesting node",
            ("resource.k8s.io", "resourceslices") => Slice(attributes, node),
            _ => null,
        };
        return ValueTask.FromResult(why is null ? null : Refusal.Forbidden(attributes, why));
    }

    private string? Pod(AdmissionAttributes attributes, string node)
    {
        switch (attributes.Subresource)
        {
            case "":
                return attributes.Operation switch
                {
                    AdmissionOperation.Create => attributes.Object is Pod pod ? NewPod(pod, node) : $"unexpected type {attributes.Object?.GetType().Name}",
                    AdmissionOperation.Delete => cluster.Get<Pod>(attributes.Namespace, attributes.Name) is { } existing && existing.Spec.NodeName != node
                        ? $"node \"{node}\" can only delete pods with spec.nodeName set to itself"
                        : null,
                    var operation => $"unexpected operation \"{operation.ToString().ToUpperInvariant()}\", node \"{node}\" can only create and delete mirror pods",
                };
            case "status":
                if (attributes.Operation != AdmissionOperation.Update || attributes.OldObject is not Pod old || attributes.Object is not Pod changed)
                {
                    return $"unexpected operation \"{attributes.Operation.ToString().ToUpperInvariant()}\"";
                }
                if (old.Spec.NodeName != node)
                {
                    return $"node \"{node}\" can only update pod status for pods with spec.nodeName set to itself";
                }
                if (old.Metadata.Labels != changed.Metadata.Labels)
                {
                    return $"node \"{node}\" cannot update labels through pod status";
                }
                return old.Status.ResourceClaimStatuses != changed.Status.ResourceClaimStatuses
                    ? $"node \"{node}\" cannot update resource claim statuses"
                    : null;
            case "eviction":
                if (attributes.Operation != AdmissionOperation.Create)
                {
                    return $"unexpected operation {attributes.Operation.ToString().ToUpperInvariant()}";
                }
                var name = attributes.Name.Length > 0 ? attributes.Name : (attributes.Object as Eviction)?.Metadata.Name ?? "";
                if (name.Length == 0)
                {
                    return "could not determine pod from request data";
                }
                return cluster.Get<Pod>(attributes.Namespace, name) is { } evicted && evicted.Spec.NodeName != node
                    ? $"node {node} can only evict pods with spec.nodeName set to itself"
                    : null;
            default:
                return $"unexpected pod subresource \"{attributes.Subresource}\", only 'status' and 'eviction' are allowed";
        }
    }

    private string? NewPod(Pod pod, string node)
    {
        if (!pod.Metadata.Annotations.ContainsKey(MirrorAnnotation))
        {
            return $"pod does not have \"{MirrorAnnotation}\" annotation, node \"{node}\" can only create mirror pods";
        }
        if (pod.Spec.NodeName != node)
        {
            return $"node \"{node}\" can only create pods with spec.nodeName set to itself";
        }
        if (pod.Metadata.OwnerReferences.Count > 1)
        {
            return $"node \"{node}\" can only create pods with a single owner reference set to itself";
        }
        if (pod.Metadata.OwnerReferences.IsEmpty)
        {
            return $"node \"{node}\" can only create pods with an owner reference set to itself";
        }
        var owner = pod.Metadata.OwnerReferences[0];
        if (owner.ApiVersion != "v1" || owner.Kind != "Node" || owner.Name != node)
        {
            return $"node \"{node}\" can only create pods with an owner reference set to itself";
        }
        if (owner.Controller != true)
        {
            return $"node \"{node}\" can only create pods with a controller owner reference set to itself";
        }
        if (owner.BlockOwnerDeletion == true)
        {
            return $"node \"{node}\" must not set blockOwnerDeletion on an owner reference";
        }
        if (cluster.Get<Node>("", node) is { } registered && registered.Metadata.Uid != owner.Uid)
        {
            return $"node {node} UID mismatch: expected {owner.Uid} got {registered.Metadata.Uid}";
        }
        var kind = pod.Spec.ServiceAccountName.Length > 0 ? "a service account"
            : PodReferences.Secrets(pod.Spec).Any() ? "secrets"
            : PodReferences.ConfigMaps(pod.Spec).Any() ? "configmaps"
            : pod.Spec.Volumes.Any(v => v.VolumeSource.PersistentVolumeClaim is not null) ? "persistentvolumeclaims"
            : !pod.Spec.ResourceClaims.IsEmpty ? "resourceclaims"
            : null;
        return kind is null ? null : $"node \"{node}\" can not create pods that reference {kind}";
    }

    private static string? Claim(AdmissionAttributes attributes, string node)
    {
        if (attributes.Subresource != "status")
        {
            return "may only update PVC status";
        }
        if (attributes.Operation != AdmissionOperation.Update || attributes.OldObject is not PersistentVolumeClaim old || attributes.Object is not PersistentVolumeClaim changed)
        {
            return $"unexpected operation \"{attributes.Operation.ToString().ToUpperInvariant()}\"";
        }
        var allowed = changed with
        {
            Metadata = changed.Metadata with { ManagedFields = old.Metadata.ManagedFields },
            Status = changed.Status with
            {
                Capacity = old.Status.Capacity,
                Conditions = old.Status.Conditions,
                AllocatedResources = old.Status.AllocatedResources,
                AllocatedResourceStatuses = old.Status.AllocatedResourceStatuses,
            },
        };
        return allowed.Equals(old) ? null : $"node \"{node}\" is not allowed to update fields other than status.quantity and status.conditions";
    }

    private string? Token(AdmissionAttributes attributes, string node)
    {
        if (attributes.Operation != AdmissionOperation.Create || attributes.Subresource != "token" || attributes.Object is not Api.AuthenticationV1.TokenRequest request)
        {
            return null;
        }
        if (request.Spec.BoundObjectRef is not { ApiVersion: "v1", Kind: "Pod", Name.Length: > 0 } reference)
        {
            return "node requested token not bound to a pod";
        }
        if (reference.UID.Length == 0)
        {
            return "node requested token with a pod binding without a uid";
        }
        var pod = cluster.Get<Pod>(attributes.Namespace, reference.Name);
        if (pod is null)
        {
            return $"pod \"{reference.Name}\" not found";
        }
        if (pod.Metadata.Uid != reference.UID)
        {
            return $"the UID in the bound object reference ({reference.UID}) does not match the UID in record. The object might have been deleted and then recreated";
        }
        return pod.Spec.NodeName != node ? "node requested token bound to a pod scheduled on a different node" : null;
    }

    private static string? Lease(AdmissionAttributes attributes, string node)
    {
        if (attributes.Namespace != LeaseNamespace)
        {
            return $"can only access leases in the \"{LeaseNamespace}\" system namespace";
        }
        return Named(attributes, (attributes.Object as Lease)?.Metadata, node) ? null : "can only access node lease with the same name as the requesting node";
    }

    private string? Slice(AdmissionAttributes attributes, string node)
    {
        var owner = attributes.Operation == AdmissionOperation.Create
            ? (attributes.Object as ResourceSlice)?.Spec.NodeName
            : ((attributes.OldObject as ResourceSlice) ?? cluster.Get<ResourceSlice>("", attributes.Name))?.Spec.NodeName;
        if (attributes.Operation == AdmissionOperation.Update || owner == node)
        {
            return null;
        }
        return $"can only {attributes.Operation.ToString().ToLowerInvariant()} ResourceSlice with the same NodeName as the requesting node";
    }

    private static bool Named(AdmissionAttributes attributes, ObjectMeta? created, string node) =>
        (attributes.Operation == AdmissionOperation.Create && created is not null ? created.Name : attributes.Name) == node;
}
