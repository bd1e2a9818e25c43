using Cybernetes.Api;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Puts the finalizers on claims, volumes and attribute classes that keep them while they are in use.</summary>
public sealed class StorageObjectInUseProtection : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "StorageObjectInUseProtection";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        var finalizer = (attributes.Resource.Group, attributes.Resource.Resource, attributes.Subresource) switch
        {
            ("", "persistentvolumeclaims", "") => "kubernetes.io/pvc-protection",
            ("", "persistentvolumes", "") => "kubernetes.io/pv-protection",
            ("storage.k8s.io", "volumeattributesclasses", "") => "kubernetes.io/vac-protection",
            _ => null,
        };
        if (finalizer is not null && attributes.Object is IObject item && !item.Metadata.Finalizers.Contains(finalizer))
        {
            attributes.Object = item.WithMetadata(item.Metadata with { Finalizers = item.Metadata.Finalizers.Add(finalizer) });
        }
        return default;
    }
}
