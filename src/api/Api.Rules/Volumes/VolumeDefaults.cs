using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What a pod's volume leaves open and upstream fills in.</summary>
internal static class VolumeDefaults
{
    private const int Mode = 0x1a4; // 0644

    public static Volume Volume(Volume volume)
    {
        var source = volume.VolumeSource;
        if (source == VolumeSource.Empty)
        {
            return volume with { VolumeSource = source with { EmptyDir = EmptyDirVolumeSource.Empty } };
        }

        return volume with
        {
            VolumeSource = source with
            {
                HostPath = HostPath(source.HostPath),
                Secret = source.Secret is { } secret ? secret with { DefaultMode = secret.DefaultMode ?? Mode } : null,
                Iscsi = source.Iscsi is { } iscsi ? iscsi with { IscsiInterface = iscsi.IscsiInterface.Or("default") } : null,
                Rbd = source.Rbd is { } rbd ? rbd with { Pool = rbd.Pool.Or("rbd"), User = rbd.User.Or("admin"), Keyring = rbd.Keyring.Or("/etc/ceph/keyring") } : null,
                DownwardAPI = source.DownwardAPI is { } downward ? downward with { DefaultMode = downward.DefaultMode ?? Mode, Items = downward.Items.Update(File) } : null,
                ConfigMap = source.ConfigMap is { } map ? map with { DefaultMode = map.DefaultMode ?? Mode } : null,
                AzureDisk = AzureDisk(source.AzureDisk),
                Projected = source.Projected is { } projected ? projected with { DefaultMode = projected.DefaultMode ?? Mode, Sources = projected.Sources.Update(Projection) } : null,
                ScaleIO = source.ScaleIO is { } scale ? scale with { StorageMode = scale.StorageMode.Or("ThinProvisioned"), FsType = scale.FsType.Or("xfs") } : null,
                Ephemeral = Ephemeral(source.Ephemeral),
                Image = source.Image is { PullPolicy.Length: 0 } image ? image with { PullPolicy = ContainerDefaults.PullPolicy(image.Reference) } : source.Image,
            },
        };
    }

    public static HostPathVolumeSource? HostPath(HostPathVolumeSource? host) => host is null ? null : host with { Type = host.Type ?? "" };

    public static AzureDiskVolumeSource? AzureDisk(AzureDiskVolumeSource? disk) => disk is null ? null : disk with
    {
        CachingMode = disk.CachingMode ?? "ReadWrite",
        Kind = disk.Kind ?? "Shared",
        FsType = disk.FsType ?? "ext4",
        ReadOnly = disk.ReadOnly ?? false,
    };

    private static DownwardAPIVolumeFile File(DownwardAPIVolumeFile file) =>
        file.FieldRef is { ApiVersion.Length: 0 } ? file with { FieldRef = ContainerDefaults.Field(file.FieldRef) } : file;

    private static VolumeProjection Projection(VolumeProjection source) => source with
    {
        DownwardAPI = source.DownwardAPI is { } downward ? downward with { Items = downward.Items.Update(File) } : null,
        ServiceAccountToken = source.ServiceAccountToken is { } token ? token with { ExpirationSeconds = token.ExpirationSeconds ?? 3600 } : null,
    };

    private static EphemeralVolumeSource? Ephemeral(EphemeralVolumeSource? ephemeral) => ephemeral?.VolumeClaimTemplate is { } template
        ? ephemeral with { VolumeClaimTemplate = template with { Spec = PersistentVolumeClaimRules.DefaultSpec(template.Spec) } }
        : ephemeral;
}
