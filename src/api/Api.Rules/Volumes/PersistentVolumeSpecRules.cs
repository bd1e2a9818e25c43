using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>The spec of persistent volumes, also of those that stand within an attachment.</summary>
internal static class PersistentVolumeSpecRules
{
    private const string Inline = "may not be specified in the context of inline volumes";

    public static void Validate(PersistentVolumeSpec spec, string name, bool inline, FieldPath path, ErrorList errors)
    {
        if (inline)
        {
            NotInline(spec.ClaimRef is not null, path.Child("claimRef"), errors);
            NotInline(!spec.Capacity.IsEmpty, path.Child("capacity"), errors);
            if (spec.PersistentVolumeSource.Csi is null)
            {
                errors.Required(path.Child("csi"), "has to be specified in the context of inline volumes");
            }
        }

        if (spec.AccessModes.IsEmpty)
        {
            errors.Required(path.Child("accessModes"));
        }

        PersistentVolumeClaimRules.AccessModes(spec.AccessModes, path.Child("accessModes"), errors);
        if (!inline)
        {
            Capacity(spec.Capacity, path.Child("capacity"), errors);
        }

        Policy(spec, inline, path.Child("persistentVolumeReclaimPolicy"), errors);
        if (spec.NodeAffinity is { } affinity)
        {
            if (inline)
            {
                errors.Forbidden(path.Child("nodeAffinity"), Inline);
            }
            else if (affinity.Required is { } required)
            {
                NodeSelectorRules.Validate(required, path.Child("nodeAffinity", "required"), errors);
            }
            else
            {
                errors.Required(path.Child("nodeAffinity", "required"), "must specify required node constraints");
            }
        }

        PersistentVolumeSources.Validate(spec.PersistentVolumeSource, spec.NodeAffinity is not null, name, path, errors);
        if (spec.PersistentVolumeReclaimPolicy == "Recycle" && spec.PersistentVolumeSource.HostPath is { Path: var folder } && folder.Length > 0 && folder.Split('/').All(part => part is "" or "."))
        {
            errors.Forbidden(path.Child("persistentVolumeReclaimPolicy"), "may not be 'recycle' for a hostPath mount of '/'");
        }

        Classes(spec, inline, path, errors);
    }

    private static void Classes(PersistentVolumeSpec spec, bool inline, FieldPath path, ErrorList errors)
    {
        if (spec.StorageClassName.Length > 0)
        {
            if (inline)
            {
                errors.Forbidden(path.Child("storageClassName"), Inline);
            }
            else
            {
                Check.Subdomain(spec.StorageClassName, path.Child("storageClassName"), errors);
            }
        }

        if (spec.VolumeMode is { } mode)
        {
            if (inline)
            {
                errors.Forbidden(path.Child("volumeMode"), Inline);
            }
            else
            {
                Check.Supported(mode, path.Child("volumeMode"), errors, "Block", "Filesystem");
            }
        }

        if (spec.VolumeAttributesClassName is not { } attributes)
        {
            return;
        }

        if (inline)
        {
            errors.Forbidden(path.Child("volumeAttributesClassName"), Inline);
        }

        if (attributes.Length == 0)
        {
            errors.Required(path.Child("volumeAttributesClassName"), "an empty string is disallowed");
        }
        else
        {
            Check.Subdomain(attributes, path.Child("volumeAttributesClassName"), errors);
        }

        if (spec.PersistentVolumeSource.Csi is null)
        {
            errors.Required(path.Child("csi"), "has to be specified when using volumeAttributesClassName");
        }
    }

    private static void Capacity(ValueMap<Quantity> capacity, FieldPath path, ErrorList errors)
    {
        if (capacity.IsEmpty)
        {
            errors.Required(path);
        }

        if (!capacity.ContainsKey("storage") || capacity.Count > 1)
        {
            var dump = capacity.IsNil ? FieldValue.Null : FieldValue.Json("{" + string.Join(',', capacity.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{GoText.Quote(entry.Key)}:\"{entry.Value}\"")) + "}");
            errors.NotSupported(path, dump, "storage");
        }

        foreach (var (key, value) in capacity.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            ResourceNames.Basic(value, path.Key(key), errors);
            Check.Positive(value, path.Key(key), errors);
        }
    }

    private static void Policy(PersistentVolumeSpec spec, bool inline, FieldPath path, ErrorList errors)
    {
        if (spec.PersistentVolumeReclaimPolicy.Length == 0)
        {
            return;
        }

        if (!inline)
        {
            Check.Supported(spec.PersistentVolumeReclaimPolicy, path, errors, "Delete", "Recycle", "Retain");
        }
        else if (spec.PersistentVolumeReclaimPolicy != "Retain")
        {
            errors.Forbidden(path, "may only be " + GoText.Quote("Retain") + " in the context of inline volumes");
        }
    }

    private static void NotInline(bool present, FieldPath path, ErrorList errors)
    {
        if (present)
        {
            errors.Forbidden(path, Inline);
        }
    }
}
