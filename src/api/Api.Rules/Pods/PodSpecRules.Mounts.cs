using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Volume mounts and devices.</content>
internal static partial class PodSpecRules
{
    private static void Mounts(Container container, PodContext pod, FieldPath path, ErrorList errors)
    {
        var points = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < container.VolumeMounts.Count; i++)
        {
            var (mount, at) = (container.VolumeMounts[i], path.Index(i));
            Check.Required(mount.Name, at.Child("name"), errors);
            var known = pod.Volumes.TryGetValue(mount.Name, out var volume);
            if (!known)
            {
                errors.NotFound(at.Child("name"), mount.Name);
            }

            Check.Required(mount.MountPath, at.Child("mountPath"), errors);
            if (!points.Add(mount.MountPath))
            {
                errors.Invalid(at.Child("mountPath"), mount.MountPath, "must be unique");
            }

            if (container.VolumeDevices.Any(device => device.Name == mount.Name))
            {
                errors.Invalid(at.Child("name"), mount.Name, "must not already exist in volumeDevices");
            }

            if (container.VolumeDevices.Any(device => device.DevicePath == mount.MountPath))
            {
                errors.Invalid(at.Child("mountPath"), mount.MountPath, "must not already exist as a path in volumeDevices");
            }

            if (mount.SubPath.Length > 0)
            {
                Check.DescendingPath(mount.SubPath, path.Child("subPath"), errors);
            }

            if (mount.SubPathExpr.Length > 0)
            {
                if (mount.SubPath.Length > 0)
                {
                    errors.Invalid(at.Child("subPathExpr"), mount.SubPathExpr, "subPathExpr and subPath are mutually exclusive");
                }

                Check.DescendingPath(mount.SubPathExpr, path.Child("subPathExpr"), errors);
            }

            Propagation(mount, container, path.Child("mountPropagation"), errors);
            RecursiveReadOnly(mount, path.Child("recursiveReadOnly"), errors);
        }
    }

    private static void Propagation(VolumeMount mount, Container container, FieldPath path, ErrorList errors)
    {
        if (mount.MountPropagation is not { } propagation)
        {
            return;
        }

        Check.Supported(propagation, path, errors, "Bidirectional", "HostToContainer", "None");
        if (propagation == "Bidirectional" && container.SecurityContext?.Privileged != true)
        {
            errors.Forbidden(path, "Bidirectional mount propagation is available only to privileged containers");
        }
    }

    private static void RecursiveReadOnly(VolumeMount mount, FieldPath path, ErrorList errors)
    {
        switch (mount.RecursiveReadOnly)
        {
            case null or "Disabled":
                break;
            case "Enabled" or "IfPossible":
                Unless(mount.ReadOnly, path, "may only be specified when readOnly is true", errors);
                Unless(mount.MountPropagation is null or "None", path, "may only be specified when mountPropagation is None or not specified", errors);
                break;
            default:
                errors.NotSupported(path, mount.RecursiveReadOnly, "Disabled", "Enabled", "IfPossible");
                break;
        }
    }

    private static void Devices(Container container, PodContext pod, FieldPath path, ErrorList errors)
    {
        var (names, paths) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < container.VolumeDevices.Count; i++)
        {
            var (device, at) = (container.VolumeDevices[i], path.Index(i));
            Check.Required(device.Name, at.Child("name"), errors);
            if (names.Contains(device.Name))
            {
                errors.Invalid(at.Child("name"), device.Name, "must be unique");
            }

            if (!pod.Volumes.TryGetValue(device.Name, out var volume))
            {
                errors.NotFound(at.Child("name"), device.Name);
            }
            else if (volume is { PersistentVolumeClaim: null, Ephemeral: null })
            {
                errors.Invalid(at.Child("name"), device.Name, "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
            }

            Check.Required(device.DevicePath, at.Child("devicePath"), errors);
            if (paths.Contains(device.DevicePath))
            {
                errors.Invalid(at.Child("devicePath"), device.DevicePath, "must be unique");
            }

            if (device.DevicePath.Split('/').Contains(".."))
            {
                errors.Invalid(at.Child("devicePath"), device.DevicePath, "can not contain backsteps ('..')");
            }
            else
            {
                paths.Add(device.DevicePath);
            }

            if (container.VolumeMounts.Any(mount => mount.Name == device.Name))
            {
                errors.Invalid(at.Child("name"), device.Name, "must not already exist in volumeMounts");
            }

            if (container.VolumeMounts.Any(mount => mount.MountPath == device.DevicePath))
            {
                errors.Invalid(at.Child("devicePath"), device.DevicePath, "must not already exist as a path in volumeMounts");
            }

            if (device.Name.Length > 0)
            {
                names.Add(device.Name);
            }
        }
    }
}
