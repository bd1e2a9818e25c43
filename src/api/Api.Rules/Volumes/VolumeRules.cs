using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>What is right and wrong for a pod's volumes.</summary>
internal static partial class VolumeRules
{
    public const string OnlyOne = "may not specify more than 1 volume type";

    /// <summary>Adds what is wrong with volumes; gives those that are well formed.</summary>
    public static Dictionary<string, VolumeSource> Validate(ValueList<Volume> volumes, ObjectMeta? meta, FieldPath path, ErrorList errors)
    {
        var good = new Dictionary<string, VolumeSource>(StringComparer.Ordinal);
        var created = meta is { Name.Length: > 0 }
            ? volumes.Where(volume => volume.VolumeSource.Ephemeral is not null).Select(volume => $"{meta.Name}-{volume.Name}").ToHashSet(StringComparer.Ordinal)
            : [];
        for (var i = 0; i < volumes.Count; i++)
        {
            var (volume, at, before) = (volumes[i], path.Index(i), errors.Count);
            Source(volume.VolumeSource, volume.Name, meta, at, errors);
            if (volume.Name.Length == 0)
            {
                errors.Required(at.Child("name"));
            }
            else
            {
                Check.Label(volume.Name, at.Child("name"), errors);
            }

            if (good.ContainsKey(volume.Name))
            {
                errors.Duplicate(at.Child("name"), volume.Name);
            }

            if (errors.Count == before)
            {
                good.Add(volume.Name, volume.VolumeSource);
            }

            if (volume.VolumeSource.PersistentVolumeClaim is { } claim && created.Contains(claim.ClaimName))
            {
                errors.Invalid(at.Child("persistentVolumeClaim", "claimName"), claim.ClaimName, "must not reference a PVC that gets created for an ephemeral volume");
            }
        }

        return good;
    }

    private static void Source(VolumeSource source, string name, ObjectMeta? meta, FieldPath path, ErrorList errors)
    {
        var one = new OneSource(path, errors);
        if (source.EmptyDir is { } emptyDir)
        {
            one.Count++;
            if (emptyDir.SizeLimit is { Sign: < 0 })
            {
                errors.Forbidden(path.Child("emptyDir", "sizeLimit"), "SizeLimit field must be a valid resource quantity");
            }
        }

        one.Of(source.HostPath, "hostPath", HostPath);
        one.Of(source.GitRepo, "gitRepo", GitRepo);
        one.Of(source.GcePersistentDisk, "gcePersistentDisk", GcePersistentDisk, "persistentDisk");
        one.Of(source.AwsElasticBlockStore, "awsElasticBlockStore", AwsElasticBlockStore);
        one.Of(source.Secret, "secret", Secret);
        one.Of(source.Nfs, "nfs", Nfs);
        one.Of(source.Iscsi, "iscsi", Iscsi);
        if (source.Iscsi is { InitiatorName: not null } iscsi && $"{name}:{iscsi.TargetPortal}".Utf8Length() > 64)
        {
            errors.Invalid(path.Child("name"), name, "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.");
        }

        one.Of(source.Glusterfs, "glusterfs", (volume, at, list) => Glusterfs(volume.Endpoints, volume.Path, at, list));
        one.Of(source.Flocker, "flocker", Flocker);
        one.Of(source.PersistentVolumeClaim, "persistentVolumeClaim", (volume, at, list) => Check.Required(volume.ClaimName, at.Child("claimName"), list));
        one.Of(source.Rbd, "rbd", (volume, at, list) => Rbd(volume.Monitors, volume.Image, at, list));
        one.Of(source.Cinder, "cinder", Cinder);
        one.Of(source.Cephfs, "cephFS", (volume, at, list) => Monitors(volume.Monitors, at, list), "cephfs");
        one.Of(source.Quobyte, "quobyte", Quobyte);
        one.Of(source.DownwardAPI, "downwarAPI", DownwardApi, "downwardAPI");
        one.Of(source.Fc, "fc", FibreChannel);
        one.Of(source.FlexVolume, "flexVolume", (volume, at, list) => Flex(volume.Driver, volume.Options, at, list));
        one.Of(source.ConfigMap, "configMap", ConfigMap);
        one.Of(source.AzureFile, "azureFile", (volume, at, list) => AzureFile(volume.SecretName, volume.ShareName, at, list));
        one.Of(source.VsphereVolume, "vsphereVolume", (volume, at, list) => Check.Required(volume.VolumePath, at.Child("volumePath"), list));
        one.Of(source.PhotonPersistentDisk, "photonPersistentDisk", (volume, at, list) => Check.Required(volume.PdID, at.Child("pdID"), list));
        one.Of(source.PortworxVolume, "portworxVolume", (volume, at, list) => Check.Required(volume.VolumeID, at.Child("volumeID"), list));
        one.Of(source.AzureDisk, "azureDisk", AzureDisk);
        one.Of(source.Storageos, "storageos", StorageOs);
        one.Of(source.Projected, "projected", Projected);
        one.Of(source.ScaleIO, "scaleIO", (volume, at, list) => ScaleIo(volume.Gateway, volume.System, volume.VolumeName, at, list));
        one.Of(source.Csi, "csi", Csi);
        one.Of(source.Ephemeral, "ephemeral", (volume, at, list) => Ephemeral(volume, name, meta, path, at, list));
        one.Of(source.Image, "image", (volume, at, list) => Image(volume, meta is not null, at, list));
        one.Finish();
    }

    private static void Image(ImageVolumeSource image, bool isPod, FieldPath at, ErrorList errors)
    {
        if (isPod)
        {
            Check.Required(image.Reference, at.Child("reference"), errors);
        }

        Check.OneOf(image.PullPolicy, at.Child("pullPolicy"), errors, "Always", "IfNotPresent", "Never");
    }

    private static void Ephemeral(EphemeralVolumeSource ephemeral, string name, ObjectMeta? meta, FieldPath path, FieldPath at, ErrorList errors)
    {
        if (ephemeral.VolumeClaimTemplate is not { } template)
        {
            errors.Required(at.Child("volumeClaimTemplate"));
        }
        else
        {
            TemplateMeta(template.Metadata, at.Child("volumeClaimTemplate", "metadata"), errors);
            PersistentVolumeClaimRules.Spec(template.Spec, at.Child("volumeClaimTemplate", "spec"), errors);
        }

        if (meta is { Name.Length: > 0 } && name.Length > 0)
        {
            var claim = $"{meta.Name}-{name}";
            errors.Invalid(path.Child("name"), name, NameRules.Subdomain(claim, false).Select(words => $"PVC name {GoText.Quote(claim)}: {words}"));
        }
    }

    /// <summary>A template's metadata has labels and annotations and nothing else.</summary>
    public static void TemplateMeta(ObjectMeta meta, FieldPath path, ErrorList errors)
    {
        MetaRules.Annotations(meta.Annotations, path.Child("annotations"), errors);
        Check.Labels(meta.Labels, path.Child("labels"), errors);
        void No(bool unset, string name)
        {
            if (!unset)
            {
                errors.Forbidden(path.Child(name), "cannot be set");
            }
        }

        No(meta.Name.Length == 0, "name");
        No(meta.GenerateName.Length == 0, "generateName");
        No(meta.Namespace.Length == 0, "namespace");
        No(meta.SelfLink.Length == 0, "selfLink");
        No(meta.Uid.Length == 0, "uID");
        No(meta.ResourceVersion.Length == 0, "resourceVersion");
        No(meta.Generation == 0, "generation");
        No(meta.CreationTimestamp.IsZero, "creationTimestamp");
        No(meta.DeletionTimestamp is null, "deletionTimestamp");
        No(meta.DeletionGracePeriodSeconds is null, "deletionGracePeriodSeconds");
        No(meta.OwnerReferences.IsNil, "ownerReferences");
        No(meta.Finalizers.IsNil, "finalizers");
        No(meta.ManagedFields.IsNil, "managedFields");
    }
}
