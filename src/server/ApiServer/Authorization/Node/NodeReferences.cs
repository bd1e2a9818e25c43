using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.Admission.Plugins;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Authorization.Node;

/// <summary>
/// Which objects the pods of each node use: the graph behind the Node authorizer. Follows the pods; what hangs on a claim (its volume, the
/// volume's secrets) is looked up when asked. Thread safe.
/// </summary>
public sealed class NodeReferences : IDisposable
{
    private const string MirrorAnnotation = "kubernetes.io/config.mirror";

    private readonly IClusterView _view;
    private readonly IDisposable _subscription;
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Dictionary<string, Dictionary<Reference, int>> _nodes = new(StringComparer.Ordinal);

    /// <summary>Follows the cluster's pods.</summary>
    public NodeReferences(IClusterView view)
    {
        _view = view;
        _subscription = view.Subscribe<Pod>(Change);
    }

    /// <summary>Whether a pod of the node uses the object.</summary>
    public bool Uses(string node, string resource, string @namespace, string name)
    {
        if (Has(node, new Reference(resource, @namespace, name)))
        {
            return true;
        }
        return resource switch
        {
            "persistentvolumes" => _view.Get<PersistentVolume>("", name)?.Spec.ClaimRef is { } claim &&
                Has(node, new Reference("persistentvolumeclaims", claim.Namespace, claim.Name)),
            "secrets" => ClaimsOf(node).Any(claim => SecretsOf(claim).Contains((@namespace, name))),
            _ => false,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription.Dispose();
        _gate.Dispose();
    }

    private bool Has(string node, Reference reference)
    {
        _gate.EnterReadLock();
        try
        {
            return _nodes.TryGetValue(node, out var references) && references.ContainsKey(reference);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private Reference[] ClaimsOf(string node)
    {
        _gate.EnterReadLock();
        try
        {
            return _nodes.TryGetValue(node, out var references) ? [.. references.Keys.Where(r => r.Resource == "persistentvolumeclaims")] : [];
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private IEnumerable<(string Namespace, string Name)> SecretsOf(Reference claim)
    {
        var volume = _view.Get<PersistentVolumeClaim>(claim.Namespace, claim.Name)?.Spec.VolumeName;
        var source = string.IsNullOrEmpty(volume) ? null : _view.Get<PersistentVolume>("", volume)?.Spec.PersistentVolumeSource.Csi;
        SecretReference?[] secrets = [source?.NodePublishSecretRef, source?.NodeStageSecretRef, source?.NodeExpandSecretRef];
        return secrets.Where(s => s is not null).Select(s => (s!.Namespace, s.Name));
    }

    private void Change(ClusterChange<Pod> change)
    {
        var (before, after) = (change.Old is { } o ? NodeOf(o) : "", change.New is { } n ? NodeOf(n) : "");
        if (before.Length == 0 && after.Length == 0)
        {
            return;
        }
        _gate.EnterWriteLock();
        try
        {
            if (after.Length > 0)
            {
                var references = _nodes.TryGetValue(after, out var known) ? known : _nodes[after] = [];
                foreach (var reference in Of(change.New!))
                {
                    references[reference] = references.GetValueOrDefault(reference) + 1;
                }
            }
            if (before.Length > 0 && _nodes.TryGetValue(before, out var old))
            {
                foreach (var reference in Of(change.Old!))
                {
                    if (old.TryGetValue(reference, out var count) && count > 1)
                    {
                        old[reference] = count - 1;
                    }
                    else
                    {
                        old.Remove(reference);
                    }
                }
                if (old.Count == 0)
                {
                    _nodes.Remove(before);
                }
            }
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    private static string NodeOf(Pod pod) => pod.Spec.NodeName;

    // A mirror pod is made by its node: it must never give that node access to anything.
    private static HashSet<Reference> Of(Pod pod)
    {
        var ns = pod.Metadata.Namespace;
        var references = new HashSet<Reference> { new("pods", ns, pod.Metadata.Name) };
        if (pod.Metadata.Annotations.ContainsKey(MirrorAnnotation))
        {
            return references;
        }
        if (pod.Spec.ServiceAccountName.Length > 0)
        {
            references.Add(new Reference("serviceaccounts", ns, pod.Spec.ServiceAccountName));
        }
        references.UnionWith(PodReferences.Secrets(pod.Spec).Select(name => new Reference("secrets", ns, name)));
        references.UnionWith(PodReferences.ConfigMaps(pod.Spec).Select(name => new Reference("configmaps", ns, name)));
        references.UnionWith(PodReferences.Claims(pod).Select(name => new Reference("persistentvolumeclaims", ns, name)));
        foreach (var claim in pod.Spec.ResourceClaims)
        {
            var name = claim.ResourceClaimName ?? pod.Status.ResourceClaimStatuses.FirstOrDefault(s => s.Name == claim.Name)?.ResourceClaimName;
            if (!string.IsNullOrEmpty(name))
            {
                references.Add(new Reference("resourceclaims", ns, name));
            }
        }
        return references;
    }

    private readonly record struct Reference(string Resource, string Namespace, string Name);
}
