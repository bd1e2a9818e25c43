using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Lets a claim grow only when it is bound and its class allows it.</summary>
public sealed class PersistentVolumeClaimResize(IClusterView cluster) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "PersistentVolumeClaimResize";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken) =>
        ValueTask.FromResult(attributes.IsFor("persistentvolumeclaims") &&
            attributes.Object is PersistentVolumeClaim claim && attributes.OldObject is PersistentVolumeClaim old ? Judge(attributes, claim, old) : null);

    private Status? Judge(AdmissionAttributes attributes, PersistentVolumeClaim claim, PersistentVolumeClaim old)
    {
        if (claim.Spec.Resources.Requests.GetValueOrDefault("storage") <= old.Spec.Resources.Requests.GetValueOrDefault("storage"))
        {
            return null;
        }
        if (old.Status.Phase != "Bound")
        {
            return Refusal.Forbidden(attributes, "Only bound persistent volume claims can be expanded");
        }
        var (before, after) = (ClassOf(old), ClassOf(claim));
        var allowed = before.Length > 0 && before == after && cluster.Get<StorageClass>("", after)?.AllowVolumeExpansion == true;
        return allowed
            ? null
            : Refusal.Forbidden(attributes,
                "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize");
    }

    private static string ClassOf(PersistentVolumeClaim claim) =>
        claim.Metadata.Annotations.TryGetValue("volume.beta.kubernetes.io/storage-class", out var beta) ? beta : claim.Spec.StorageClassName ?? "";
}
