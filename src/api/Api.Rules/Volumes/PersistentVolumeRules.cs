using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Persistent volumes.</summary>
internal sealed class PersistentVolumeRules : KindRules<PersistentVolume>
{
    private static readonly Dictionary<string, string> _newLabels = new(StringComparer.Ordinal)
    {
        ["failure-domain.beta.kubernetes.io/zone"] = "topology.kubernetes.io/zone",
        ["failure-domain.beta.kubernetes.io/region"] = "topology.kubernetes.io/region",
        ["beta.kubernetes.io/instance-type"] = "node.kubernetes.io/instance-type",
        ["beta.kubernetes.io/os"] = "kubernetes.io/os",
        ["beta.kubernetes.io/arch"] = "kubernetes.io/arch",
    };

    private readonly StatusRules<PersistentVolume> _status = new(
        (obj, old) => obj with
        {
            Spec = old.Spec,
            Status = obj.Status.Phase == old.Status.Phase ? obj.Status with { LastPhaseTransitionTime = obj.Status.LastPhaseTransitionTime ?? old.Status.LastPhaseTransitionTime } : obj.Status,
        });

    protected override PersistentVolume OnDefault(PersistentVolume obj) => obj with
    {
        Spec = obj.Spec with
        {
            PersistentVolumeReclaimPolicy = obj.Spec.PersistentVolumeReclaimPolicy.Or("Retain"),
            VolumeMode = obj.Spec.VolumeMode ?? "Filesystem",
            PersistentVolumeSource = Source(obj.Spec.PersistentVolumeSource),
        },
        Status = obj.Status with { Phase = obj.Status.Phase.Or("Pending") },
    };

    protected override PersistentVolume OnCreate(PersistentVolume obj, RequestFacts facts) => obj with { Status = new() { Phase = "Pending", LastPhaseTransitionTime = facts.Now } };

    protected override PersistentVolume OnUpdate(PersistentVolume obj, PersistentVolume old, RequestFacts facts) => obj with { Status = old.Status };

    protected override void Validate(PersistentVolume obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        PersistentVolumeSpecRules.Validate(obj.Spec, obj.Metadata.Name, false, FieldPath.Of("spec"), errors);
    }

    protected override void ValidateUpdate(PersistentVolume obj, PersistentVolume old, ErrorList errors)
    {
        Validate(obj, errors);
        var (now, before) = (obj.Spec.PersistentVolumeSource, old.Spec.PersistentVolumeSource);
        if (before.Csi is { ControllerExpandSecretRef: null } && now.Csi is { ControllerExpandSecretRef: not null } csi)
        {
            now = now with { Csi = csi with { ControllerExpandSecretRef = null } };
        }

        if (now != before)
        {
            errors.Forbidden(FieldPath.Of("spec", "persistentvolumesource"), $"spec.persistentvolumesource is immutable after creation\n{GoDiff.Of(before, now)}");
        }

        Check.Unchanged(obj.Spec.VolumeMode, old.Spec.VolumeMode, FieldPath.Of("volumeMode"), errors, value => value);
        if (old.Spec.NodeAffinity is { } affinity && obj.Spec.NodeAffinity != affinity && WithNewLabels(obj.Spec.NodeAffinity) != WithNewLabels(affinity))
        {
            errors.Invalid(FieldPath.Of("nodeAffinity"), GoDump.Of(obj.Spec.NodeAffinity), Check.Immutable + ", except for updating from beta label to GA");
        }

        if (old.Spec.VolumeAttributesClassName is { Length: > 0 } && string.IsNullOrEmpty(obj.Spec.VolumeAttributesClassName))
        {
            errors.Forbidden(FieldPath.Of("spec", "volumeAttributesClassName"), obj.Spec.VolumeAttributesClassName is null ? "update from non-nil value to nil is forbidden" : "update from non-nil value to an empty string is forbidden");
        }
    }

    protected override void Warn(PersistentVolume obj, PersistentVolume? old, List<string> warnings) => PersistentVolumeWarnings.Of(obj, warnings);

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static VolumeNodeAffinity? WithNewLabels(VolumeNodeAffinity? affinity) => affinity?.Required is not { } required ? affinity : affinity with
    {
        Required = required with
        {
            NodeSelectorTerms = required.NodeSelectorTerms.Update(term => term with
            {
                MatchExpressions = term.MatchExpressions.Update(row => _newLabels.TryGetValue(row.Key, out var label) ? row with { Key = label } : row),
            }),
        },
    };

    public static PersistentVolumeSource Source(PersistentVolumeSource source) => source with
    {
        HostPath = VolumeDefaults.HostPath(source.HostPath),
        Iscsi = source.Iscsi is { } iscsi ? iscsi with { IscsiInterface = iscsi.IscsiInterface.Or("default") } : null,
        Rbd = source.Rbd is { } rbd ? rbd with { Pool = rbd.Pool.Or("rbd"), User = rbd.User.Or("admin"), Keyring = rbd.Keyring.Or("/etc/ceph/keyring") } : null,
        AzureDisk = VolumeDefaults.AzureDisk(source.AzureDisk),
        ScaleIO = source.ScaleIO is { } scale ? scale with { StorageMode = scale.StorageMode.Or("ThinProvisioned"), FsType = scale.FsType.Or("xfs") } : null,
    };
}
