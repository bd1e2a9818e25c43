using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Gives claims that name no class the newest default one.</summary>
public sealed class DefaultStorageClass(IClusterView cluster) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "DefaultStorageClass";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.IsFor("persistentvolumeclaims") && attributes.Object is PersistentVolumeClaim { Spec.StorageClassName: null } claim &&
            !claim.Metadata.Annotations.ContainsKey("volume.beta.kubernetes.io/storage-class") && Default() is { } found)
        {
            attributes.Object = claim with { Spec = claim.Spec with { StorageClassName = found.Metadata.Name } };
        }
        return default;
    }

    private StorageClass? Default() => cluster.List<StorageClass>()
        .Where(c => c.Metadata.Annotations.GetValueOrDefault("storageclass.kubernetes.io/is-default-class") == "true" ||
                    c.Metadata.Annotations.GetValueOrDefault("storageclass.beta.kubernetes.io/is-default-class") == "true")
        .OrderByDescending(c => c.Metadata.CreationTimestamp).ThenBy(c => c.Metadata.Name, StringComparer.Ordinal)
        .FirstOrDefault();
}
