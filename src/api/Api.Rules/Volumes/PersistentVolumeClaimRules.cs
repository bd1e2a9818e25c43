using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Claims of persistent volumes.</summary>
internal sealed class PersistentVolumeClaimRules : KindRules<PersistentVolumeClaim>
{
    private const string BetaClass = "volume.beta.kubernetes.io/storage-class";

    public static PersistentVolumeClaimSpec DefaultSpec(PersistentVolumeClaimSpec spec) => spec with
    {
        VolumeMode = spec.VolumeMode ?? "Filesystem",
        Resources = spec.Resources with { Limits = PodDefaults.Quantities(spec.Resources.Limits), Requests = PodDefaults.Quantities(spec.Resources.Requests) },
    };

    protected override PersistentVolumeClaim OnDefault(PersistentVolumeClaim obj) => obj with
    {
        Spec = DefaultSpec(obj.Spec),
        Status = obj.Status with { Phase = obj.Status.Phase.Or("Pending") },
    };

    protected override PersistentVolumeClaim OnCreate(PersistentVolumeClaim obj, RequestFacts facts) => obj with
    {
        Spec = SameSource(obj.Spec),
        Status = new() { Phase = "Pending" },
    };

    protected override PersistentVolumeClaim OnUpdate(PersistentVolumeClaim obj, PersistentVolumeClaim old, RequestFacts facts) =>
        obj with { Spec = SameSource(obj.Spec), Status = old.Status };

    protected override void Validate(PersistentVolumeClaim obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    protected override void ValidateUpdate(PersistentVolumeClaim obj, PersistentVolumeClaim old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Validate(obj, errors);
        var path = FieldPath.Of("spec");
        var (now, before) = (obj.Spec, old.Spec);
        if (before.VolumeName.Length == 0)
        {
            before = before with { VolumeName = now.VolumeName };
        }

        var (nowBeta, oldBeta) = (obj.Metadata.Annotations.GetValueOrDefault(BetaClass) ?? "", old.Metadata.Annotations.GetValueOrDefault(BetaClass));
        if (nowBeta != (oldBeta ?? ""))
        {
            errors.Invalid(FieldPath.Of("metadata", "annotations", BetaClass), nowBeta, Check.Immutable);
        }

        if (now.StorageClassName is { } name && before.StorageClassName is null && (oldBeta is null || oldBeta == name))
        {
            now = now with { StorageClassName = null };
        }

        if (obj.Status.Phase == "Bound")
        {
            now = now with
            {
                Resources = now.Resources with { Requests = now.Resources.Requests.IsNil ? default : now.Resources.Requests.With("storage", before.Resources.Requests.GetValueOrDefault("storage")) },
                VolumeAttributesClassName = now.VolumeAttributesClassName is null ? null : before.VolumeAttributesClassName,
            };
        }

        if (now != before)
        {
            errors.Forbidden(path, $"spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n{GoDiff.Of(before, now)}");
        }

        if (obj.Spec.Resources.Requests.GetValueOrDefault("storage") < old.Spec.Resources.Requests.GetValueOrDefault("storage")
            && obj.Spec.Resources.Requests.GetValueOrDefault("storage") <= old.Status.Capacity.GetValueOrDefault("storage"))
        {
            errors.Forbidden(path.Child("resources", "requests", "storage"), "field can not be less than status.capacity");
        }

        Check.Unchanged(obj.Spec.VolumeMode, old.Spec.VolumeMode, FieldPath.Of("volumeMode"), errors, value => value);
        if (old.Spec.VolumeAttributesClassName is { Length: > 0 } && string.IsNullOrEmpty(obj.Spec.VolumeAttributesClassName))
        {
            errors.Forbidden(path.Child("volumeAttributesClassName"), obj.Spec.VolumeAttributesClassName is null ? "update from non-nil value to nil is forbidden" : "update from non-nil value to an empty string is forbidden");
        }
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static readonly StatusRules<PersistentVolumeClaim> _status = new(
        (obj, old) => obj with { Spec = old.Spec },
        (obj, _, errors) =>
        {
            foreach (var (name, quantity) in obj.Status.Capacity)
            {
                ResourceNames.Basic(quantity, FieldPath.Of("status", "capacity").Key(name), errors);
            }
        });

    /// <summary>Adds what is wrong with a claim's spec, in a claim or a template.</summary>
    public static void Spec(PersistentVolumeClaimSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.AccessModes.IsEmpty)
        {
            errors.Required(path.Child("accessModes"), "at least 1 access mode is required");
        }

        Check.Selector(spec.Selector, path.Child("selector"), errors);
        AccessModes(spec.AccessModes, path.Child("accessModes"), errors);
        var size = path.Child("resources").Key("storage");
        if (!spec.Resources.Requests.TryGetValue("storage", out var storage))
        {
            errors.Required(size);
        }
        else
        {
            Check.Positive(storage, size, errors);
        }

        if (spec.StorageClassName is { Length: > 0 } storageClass)
        {
            Check.Subdomain(storageClass, path.Child("storageClassName"), errors);
        }

        if (spec.VolumeMode is { } mode)
        {
            Check.Supported(mode, path.Child("volumeMode"), errors, "Block", "Filesystem");
        }

        Source(spec, path, errors);
        if (spec.VolumeAttributesClassName is { Length: > 0 } attributes)
        {
            Check.Subdomain(attributes, path.Child("volumeAttributesClassName"), errors);
        }
    }

    public static void AccessModes(ValueList<string> modes, FieldPath path, ErrorList errors)
    {
        var (alone, others) = (false, false);
        foreach (var mode in modes)
        {
            var before = errors.Count;
            Check.Supported(mode, path, errors, "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
            alone |= mode == "ReadWriteOncePod";
            others |= mode != "ReadWriteOncePod" && errors.Count == before;
        }

        if (alone && others)
        {
            errors.Forbidden(path, "may not use ReadWriteOncePod with other access modes");
        }
    }

    private static void Source(PersistentVolumeClaimSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.DataSource is { } source)
        {
            Reference(source.ApiGroup, source.Kind, source.Name, path.Child("dataSource"), errors);
        }

        if (spec.DataSourceRef is { } reference)
        {
            Reference(reference.ApiGroup, reference.Kind, reference.Name, path.Child("dataSourceRef"), errors);
            if (reference.Namespace is { Length: > 0 } space)
            {
                Check.Label(space, path.Child("dataSourceRef", "namespace"), errors);
            }
        }

        if (spec is { DataSource: { } one, DataSourceRef: { } other })
        {
            if (other.Namespace is { Length: > 0 })
            {
                errors.Invalid(path, FieldValue.Json("{}"), "may not be specified when dataSourceRef.namespace is specified");
            }
            else if (one.ApiGroup != other.ApiGroup || one.Kind != other.Kind || one.Name != other.Name)
            {
                errors.Invalid(path, FieldValue.Json("{}"), "must match dataSourceRef");
            }
        }
    }

    private static void Reference(string? group, string kind, string name, FieldPath at, ErrorList errors)
    {
        Check.Required(name, at.Child("name"), errors);
        Check.Required(kind, at.Child("kind"), errors);
        if (string.IsNullOrEmpty(group))
        {
            if (kind != "PersistentVolumeClaim")
            {
                errors.Invalid(at, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
            }
        }
        else
        {
            Check.Subdomain(group, at.Child("apiGroup"), errors);
        }
    }

    // dataSource and dataSourceRef are two names of one thing until the latter crosses namespaces (KEP-1495). The feature that lets it is off by default.
    private static PersistentVolumeClaimSpec SameSource(PersistentVolumeClaimSpec spec)
    {
        if (spec.DataSource is { } own && !IsPopulated(own.ApiGroup, own.Kind))
        {
            spec = spec with { DataSource = null };
        }

        if (spec.DataSourceRef is { Namespace: { } space } crossing)
        {
            spec = spec with { DataSourceRef = space.Length > 0 ? null : crossing with { Namespace = null } };
        }

        return (spec.DataSource, spec.DataSourceRef) switch
        {
            ({ } source, null) => spec with { DataSourceRef = new() { ApiGroup = source.ApiGroup, Kind = source.Kind, Name = source.Name } },
            (null, { } reference) => spec with { DataSource = new() { ApiGroup = reference.ApiGroup, Kind = reference.Kind, Name = reference.Name } },
            _ => spec,
        };
    }

    private static bool IsPopulated(string? group, string kind) => (group ?? "", kind) is ("", "PersistentVolumeClaim") or ("snapshot.storage.k8s.io", "VolumeSnapshot");
}
