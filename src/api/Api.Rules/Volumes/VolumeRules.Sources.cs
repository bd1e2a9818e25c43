using System.Text.RegularExpressions;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Sources of volumes, of pods' and many of persistent ones too.</content>
internal static partial class VolumeRules
{
    public static void HostPath(HostPathVolumeSource host, FieldPath at, ErrorList errors)
    {
        if (host.Path.Length == 0)
        {
            errors.Required(at.Child("path"));
            return;
        }

        Check.NoBacksteps(host.Path, at.Child("path"), errors);
        if (host.Type is { } type)
        {
            Check.Supported(type, at.Child("type"), errors, "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");
        }
    }

    private static void GitRepo(GitRepoVolumeSource repo, FieldPath at, ErrorList errors)
    {
        Check.Required(repo.Repository, at.Child("repository"), errors);
        Check.DescendingPath(repo.Directory, at.Child("directory"), errors);
    }

    public static void GcePersistentDisk(GCEPersistentDiskVolumeSource disk, FieldPath at, ErrorList errors)
    {
        Check.Required(disk.PdName, at.Child("pdName"), errors);
        Partition(disk.Partition, at, errors);
    }

    public static void AwsElasticBlockStore(AWSElasticBlockStoreVolumeSource disk, FieldPath at, ErrorList errors)
    {
        Check.Required(disk.VolumeID, at.Child("volumeID"), errors);
        Partition(disk.Partition, at, errors);
    }

    private static void Partition(int partition, FieldPath at, ErrorList errors)
    {
        if (partition is < 0 or > 255)
        {
            errors.Invalid(at.Child("partition"), partition, Names.Between(1, 255));
        }
    }

    public static void Nfs(NFSVolumeSource nfs, FieldPath at, ErrorList errors)
    {
        Check.Required(nfs.Server, at.Child("server"), errors);
        Check.Required(nfs.Path, at.Child("path"), errors);
        if (!nfs.Path.StartsWith('/'))
        {
            errors.Invalid(at.Child("path"), nfs.Path, "must be an absolute path");
        }
    }

    private static void Iscsi(ISCSIVolumeSource iscsi, FieldPath at, ErrorList errors)
    {
        const string start = "must be valid format starting with iqn, eui, or naa";
        Check.Required(iscsi.TargetPortal, at.Child("targetPortal"), errors);
        IscsiName(iscsi.Iqn, start, at.Child("iqn"), errors);
        Lun(iscsi.Lun, at, errors);
        if ((iscsi.ChapAuthDiscovery || iscsi.ChapAuthSession) && iscsi.SecretRef is null)
        {
            errors.Required(at.Child("secretRef"));
        }

        if (iscsi.InitiatorName is { } initiator)
        {
            IscsiInitiator(initiator, start, at, errors);
        }
    }

    public static void IscsiName(string name, string wrongStart, FieldPath at, ErrorList errors)
    {
        if (name.Length == 0)
        {
            errors.Required(at);
        }
        else
        {
            IscsiForm(name, wrongStart, at, errors);
        }
    }

    public static void IscsiInitiator(string name, string wrongStart, FieldPath at, ErrorList errors) => IscsiForm(name, wrongStart, at.Child("initiatorname"), errors);

    private static void IscsiForm(string name, string wrongStart, FieldPath at, ErrorList errors)
    {
        var form = name.Length < 3 ? null : name[..3] switch { "iqn" => Iqn(), "eui" => Eui(), "naa" => Naa(), _ => null };
        if (form is null)
        {
            errors.Invalid(at, name, wrongStart);
        }
        else if (!form.IsMatch(name))
        {
            errors.Invalid(at, name, "must be valid format");
        }
    }

    public static void Lun(int lun, FieldPath at, ErrorList errors)
    {
        if (lun is < 0 or > 255)
        {
            errors.Invalid(at.Child("lun"), lun, Names.Between(0, 255));
        }
    }

    public static void FibreChannel(FCVolumeSource fc, FieldPath at, ErrorList errors)
    {
        if (fc.TargetWWNs.IsEmpty && fc.Wwids.IsEmpty)
        {
            errors.Required(at.Child("targetWWNs"), "must specify either targetWWNs or wwids, but not both");
        }

        if (!fc.TargetWWNs.IsEmpty && !fc.Wwids.IsEmpty)
        {
            errors.Invalid(at.Child("targetWWNs"), GoDump.List(fc.TargetWWNs), "targetWWNs and wwids can not be specified simultaneously");
        }

        if (!fc.TargetWWNs.IsEmpty)
        {
            if (fc.Lun is { } lun)
            {
                Lun(lun, at, errors);
            }
            else
            {
                errors.Required(at.Child("lun"), "lun is required if targetWWNs is specified");
            }
        }
    }

    public static void Glusterfs(string endpoints, string path, FieldPath at, ErrorList errors)
    {
        Check.Required(endpoints, at.Child("endpoints"), errors);
        Check.Required(path, at.Child("path"), errors);
    }

    public static void Flocker(FlockerVolumeSource flocker, FieldPath at, ErrorList errors)
    {
        if (flocker.DatasetName.Length == 0 && flocker.DatasetUUID.Length == 0)
        {
            errors.Required(at, "one of datasetName and datasetUUID is required");
        }

        if (flocker.DatasetName.Length > 0 && flocker.DatasetUUID.Length > 0)
        {
            errors.Invalid(at, "resource", "datasetName and datasetUUID can not be specified simultaneously");
        }

        if (flocker.DatasetName.Contains('/', StringComparison.Ordinal))
        {
            errors.Invalid(at.Child("datasetName"), flocker.DatasetName, "must not contain '/'");
        }
    }

    public static void Monitors(ValueList<string> monitors, FieldPath at, ErrorList errors)
    {
        if (monitors.IsEmpty)
        {
            errors.Required(at.Child("monitors"));
        }
    }

    public static void Rbd(ValueList<string> monitors, string image, FieldPath at, ErrorList errors)
    {
        Monitors(monitors, at, errors);
        Check.Required(image, at.Child("image"), errors);
    }

    private static void Cinder(CinderVolumeSource cinder, FieldPath at, ErrorList errors)
    {
        Check.Required(cinder.VolumeID, at.Child("volumeID"), errors);
        if (cinder.SecretRef is { } secret)
        {
            Check.Required(secret.Name, at.Child("secretRef", "name"), errors);
        }
    }

    public static void Quobyte(QuobyteVolumeSource quobyte, FieldPath at, ErrorList errors)
    {
        const string pairs = "must be a host:port pair or multiple pairs separated by commas";
        if (quobyte.Registry.Length == 0)
        {
            errors.Required(at.Child("registry"), pairs);
        }
        else if (quobyte.Tenant.Utf8Length() >= 65)
        {
            errors.Required(at.Child("tenant"), "must be a UUID and may not exceed a length of 64 characters");
        }
        else
        {
            foreach (var pair in quobyte.Registry.Split(','))
            {
                if (!HostAndPort().IsMatch(pair))
                {
                    errors.Invalid(at.Child("registry"), quobyte.Registry, pairs);
                }
            }
        }

        Check.Required(quobyte.Volume, at.Child("volume"), errors);
    }

    public static void Flex(string driver, ValueMap<string> options, FieldPath at, ErrorList errors)
    {
        Check.Required(driver, at.Child("driver"), errors);
        foreach (var (key, _) in options)
        {
            var domain = "." + key.Split('/', 2)[0].ToLowerInvariant();
            if (domain.EndsWith(".kubernetes.io", StringComparison.Ordinal) || domain.EndsWith(".k8s.io", StringComparison.Ordinal))
            {
                errors.Invalid(at.Child("options").Key(key), key, "kubernetes.io and k8s.io namespaces are reserved");
            }
        }
    }

    public static void AzureFile(string secret, string share, FieldPath at, ErrorList errors)
    {
        Check.Required(secret, at.Child("secretName"), errors);
        Check.Required(share, at.Child("shareName"), errors);
    }

    public static void AzureDisk(AzureDiskVolumeSource disk, FieldPath at, ErrorList errors)
    {
        Check.Required(disk.DiskName, at.Child("diskName"), errors);
        Check.Required(disk.DiskURI, at.Child("diskURI"), errors);
        if (disk.CachingMode is { } mode)
        {
            Check.Supported(mode, at.Child("cachingMode"), errors, "None", "ReadOnly", "ReadWrite");
        }

        if (disk.Kind is not { } kind)
        {
            return;
        }

        Check.Supported(kind, at.Child("kind"), errors, "Dedicated", "Managed", "Shared");
        if (kind == "Managed" && !disk.DiskURI.StartsWith("/subscriptions/", StringComparison.Ordinal))
        {
            errors.NotSupported(at.Child("diskURI"), disk.DiskURI, "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}");
        }

        if (kind != "Managed" && !disk.DiskURI.StartsWith("https://", StringComparison.Ordinal))
        {
            errors.NotSupported(at.Child("diskURI"), disk.DiskURI, "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd");
        }
    }

    private static void StorageOs(StorageOSVolumeSource storage, FieldPath at, ErrorList errors)
    {
        StorageOsNames(storage.VolumeName, storage.VolumeNamespace, at, errors);
        if (storage.SecretRef is { } secret)
        {
            Check.Required(secret.Name, at.Child("secretRef", "name"), errors);
        }
    }

    public static void StorageOsNames(string volume, string space, FieldPath at, ErrorList errors)
    {
        if (volume.Length == 0)
        {
            errors.Required(at.Child("volumeName"));
        }
        else
        {
            Check.Label(volume, at.Child("volumeName"), errors);
        }

        if (space.Length > 0)
        {
            Check.Label(space, at.Child("volumeNamespace"), errors);
        }
    }

    public static void ScaleIo(string gateway, string system, string volume, FieldPath at, ErrorList errors)
    {
        Check.Required(gateway, at.Child("gateway"), errors);
        Check.Required(system, at.Child("system"), errors);
        Check.Required(volume, at.Child("volumeName"), errors);
    }

    private static void Csi(CSIVolumeSource csi, FieldPath at, ErrorList errors)
    {
        CsiDriver(csi.Driver, at.Child("driver"), errors);
        if (csi.NodePublishSecretRef is { } secret)
        {
            if (secret.Name.Length == 0)
            {
                errors.Required(at.Child("nodePublishSecretRef", "name"));
            }
            else
            {
                Check.Subdomain(secret.Name, at.Child("name"), errors);
            }
        }
    }

    public static void CsiDriver(string name, FieldPath at, ErrorList errors)
    {
        if (name.Length == 0)
        {
            errors.Required(at);
            return;
        }

        if (name.Utf8Length() > 63)
        {
            errors.TooLong(at, 63);
        }

        errors.Invalid(at, name, Names.Dns1123Subdomain(name.ToLowerInvariant()));
    }

    [GeneratedRegex(@"iqn\.\d{4}-\d{2}\.([a-zA-Z0-9\-.]+)(:[^,;*&$|\s]+)\z")]
    private static partial Regex Iqn();

    [GeneratedRegex(@"^eui.[a-zA-Z0-9]{16}\z")]
    private static partial Regex Eui();

    [GeneratedRegex(@"^naa.[a-zA-Z0-9]{32}\z")]
    private static partial Regex Naa();

    [GeneratedRegex(@"^(\[[^\[\]]*\]|[^:\[\]]*):[^:\[\]]*\z")]
    private static partial Regex HostAndPort();
}
