using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Where a persistent volume comes from: exactly one source.</summary>
internal static class PersistentVolumeSources
{
    public static void Validate(PersistentVolumeSource source, bool placed, string name, FieldPath path, ErrorList errors)
    {
        var one = new OneSource(path, errors);
        one.Of(source.HostPath, "hostPath", VolumeRules.HostPath);
        one.Of(source.GcePersistentDisk, "gcePersistentDisk", VolumeRules.GcePersistentDisk, "persistentDisk");
        one.Of(source.AwsElasticBlockStore, "awsElasticBlockStore", VolumeRules.AwsElasticBlockStore);
        one.Of(source.Glusterfs, "glusterfs", Glusterfs);
        one.Of(source.Flocker, "flocker", VolumeRules.Flocker);
        one.Of(source.Nfs, "nfs", VolumeRules.Nfs);
        one.Of(source.Rbd, "rbd", (volume, at, list) => VolumeRules.Rbd(volume.Monitors, volume.Image, at, list));
        one.Of(source.Quobyte, "quobyte", VolumeRules.Quobyte);
        one.Of(source.Cephfs, "cephFS", (volume, at, list) => VolumeRules.Monitors(volume.Monitors, at, list), "cephfs");
        one.Of(source.Iscsi, "iscsi", Iscsi);
        if (source.Iscsi is { InitiatorName: not null } iscsi && $"{name}:{iscsi.TargetPortal}".Utf8Length() > 64)
        {
            errors.Invalid(FieldPath.Of("metadata", "name"), name, "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.");
        }

        one.Of(source.Cinder, "cinder", Cinder);
        one.Of(source.Fc, "fc", VolumeRules.FibreChannel);
        if (source.FlexVolume is { } flex)
        {
            one.Count++;
            VolumeRules.Flex(flex.Driver, flex.Options, path.Child("flexVolume"), errors);
        }

        one.Of(source.AzureFile, "azureFile", AzureFile);
        one.Of(source.VsphereVolume, "vsphereVolume", (volume, at, list) => Check.Required(volume.VolumePath, at.Child("volumePath"), list));
        one.Of(source.PhotonPersistentDisk, "photonPersistentDisk", (volume, at, list) => Check.Required(volume.PdID, at.Child("pdID"), list));
        one.Of(source.PortworxVolume, "portworxVolume", (volume, at, list) => Check.Required(volume.VolumeID, at.Child("volumeID"), list));
        one.Of(source.AzureDisk, "azureDisk", VolumeRules.AzureDisk);
        one.Of(source.ScaleIO, "scaleIO", (volume, at, list) => VolumeRules.ScaleIo(volume.Gateway, volume.System, volume.VolumeName, at, list));
        one.Of(source.Local, "local", (volume, at, list) =>
        {
            Local(volume, at, list);
            if (!placed)
            {
                list.Required(FieldPath.Of("spec", "nodeAffinity"), "Local volume requires node affinity");
            }
        });
        one.Of(source.Storageos, "storageos", (volume, at, list) =>
        {
            VolumeRules.StorageOsNames(volume.VolumeName, volume.VolumeNamespace, at, list);
            if (volume.SecretRef is { } secret)
            {
                Both(secret.Name, secret.Namespace, at.Child("secretRef"), list);
            }
        });
        one.Of(source.Csi, "csi", Csi);
        one.Finish();
    }

    private static void Local(LocalVolumeSource local, FieldPath at, ErrorList errors)
    {
        if (local.Path.Length == 0)
        {
            errors.Required(at.Child("path"));
            return;
        }

        Check.NoBacksteps(local.Path, at.Child("path"), errors);
    }

    private static void Glusterfs(GlusterfsPersistentVolumeSource glusterfs, FieldPath at, ErrorList errors)
    {
        VolumeRules.Glusterfs(glusterfs.Endpoints, glusterfs.Path, at, errors);
        if (glusterfs.EndpointsNamespace is { } space)
        {
            if (space.Length == 0)
            {
                errors.Invalid(at.Child("endpointsNamespace"), space, "if the endpointnamespace is set, it must be a valid namespace name");
            }
            else
            {
                errors.Invalid(at.Child("endpointsNamespace"), space, Names.Dns1123Label(space));
            }
        }
    }

    private static void Iscsi(ISCSIPersistentVolumeSource iscsi, FieldPath at, ErrorList errors)
    {
        const string start = "must be valid format";
        Check.Required(iscsi.TargetPortal, at.Child("targetPortal"), errors);
        VolumeRules.IscsiName(iscsi.Iqn, start, at.Child("iqn"), errors);
        VolumeRules.Lun(iscsi.Lun, at, errors);
        if ((iscsi.ChapAuthDiscovery || iscsi.ChapAuthSession) && iscsi.SecretRef is null)
        {
            errors.Required(at.Child("secretRef"));
        }

        if (iscsi.SecretRef is { Name.Length: 0 })
        {
            errors.Required(at.Child("secretRef", "name"));
        }

        if (iscsi.InitiatorName is { } initiator)
        {
            VolumeRules.IscsiInitiator(initiator, start, at, errors);
        }
    }

    private static void Cinder(CinderPersistentVolumeSource cinder, FieldPath at, ErrorList errors)
    {
        Check.Required(cinder.VolumeID, at.Child("volumeID"), errors);
        if (cinder.SecretRef is { } secret)
        {
            Both(secret.Name, secret.Namespace, at.Child("secretRef"), errors);
        }
    }

    private static void AzureFile(AzureFilePersistentVolumeSource azure, FieldPath at, ErrorList errors)
    {
        VolumeRules.AzureFile(azure.SecretName, azure.ShareName, at, errors);
        if (azure.SecretNamespace is { Length: 0 })
        {
            errors.Required(at.Child("secretNamespace"));
        }
    }

    private static void Csi(CSIPersistentVolumeSource csi, FieldPath at, ErrorList errors)
    {
        VolumeRules.CsiDriver(csi.Driver, at.Child("driver"), errors);
        Check.Required(csi.VolumeHandle, at.Child("volumeHandle"), errors);
        Secret(csi.ControllerPublishSecretRef, at.Child("controllerPublishSecretRef"), errors);
        Secret(csi.ControllerExpandSecretRef, at.Child("controllerExpandSecretRef"), errors);
        Secret(csi.NodePublishSecretRef, at.Child("nodePublishSecretRef"), errors);
        Secret(csi.NodeExpandSecretRef, at.Child("nodeExpandSecretRef"), errors);
    }

    private static void Secret(SecretReference? secret, FieldPath at, ErrorList errors)
    {
        if (secret is null)
        {
            return;
        }

        if (secret.Name.Length == 0)
        {
            errors.Required(at.Child("name"));
        }
        else
        {
            Check.Subdomain(secret.Name, at.Child("name"), errors);
        }

        if (secret.Namespace.Length == 0)
        {
            errors.Required(at.Child("namespace"));
        }
        else
        {
            Check.Label(secret.Namespace, at.Child("namespace"), errors);
        }
    }

    private static void Both(string name, string space, FieldPath at, ErrorList errors)
    {
        Check.Required(name, at.Child("name"), errors);
        Check.Required(space, at.Child("namespace"), errors);
    }
}
