using System.Text.RegularExpressions;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Security contexts.</content>
internal static partial class PodSpecRules
{
    private static void PodSecurity(PodSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.SecurityContext is not { } context)
        {
            return;
        }

        Id(context.FsGroup, path.Child("fsGroup"), errors);
        Id(context.RunAsUser, path.Child("runAsUser"), errors);
        Id(context.RunAsGroup, path.Child("runAsGroup"), errors);
        for (var i = 0; i < context.SupplementalGroups.Count; i++)
        {
            Id(context.SupplementalGroups[i], path.Child("supplementalGroups").Index(i), errors);
        }

        if (spec.HostPID && spec.ShareProcessNamespace == true)
        {
            errors.Invalid(path.Child("shareProcessNamespace"), true, "ShareProcessNamespace and HostPID cannot both be enabled");
        }

        Sysctls(spec, context, path.Child("sysctls"), errors);
        if (context.FsGroupChangePolicy is { } change)
        {
            Check.Supported(change, path.Child("fsGroupChangePolicy"), errors, "Always", "OnRootMismatch");
        }

        Seccomp(context.SeccompProfile, path.Child("seccompProfile"), errors);
        WindowsOptions(context.WindowsOptions, path.Child("windowsOptions"), errors);
        AppArmor(context.AppArmorProfile, path.Child("appArmorProfile"), errors);
        if (context.SupplementalGroupsPolicy is { } groups)
        {
            Check.Supported(groups, path.Child("supplementalGroupsPolicy"), errors, "Merge", "Strict");
        }

        if (context.SeLinuxChangePolicy is { } labels)
        {
            Check.Supported(labels, path.Child("seLinuxChangePolicy"), errors, "MountOption", "Recursive");
        }
    }

    private static void Security(SecurityContext? context, bool hostUsers, FieldPath path, ErrorList errors)
    {
        if (context is null)
        {
            return;
        }

        Id(context.RunAsUser, path.Child("runAsUser"), errors);
        Id(context.RunAsGroup, path.Child("runAsGroup"), errors);
        if (context.ProcMount is { } mount)
        {
            Check.Supported(mount, path.Child("procMount"), errors, "Default", "Unmasked");
            if (hostUsers && mount == "Unmasked")
            {
                errors.Invalid(path.Child("procMount"), mount, "`hostUsers` must be false to use `Unmasked`");
            }
        }

        Seccomp(context.SeccompProfile, path.Child("seccompProfile"), errors);
        if (context.AllowPrivilegeEscalation == false)
        {
            if (context.Privileged == true)
            {
                errors.Invalid(path, GoDump.Of(context), "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
            }

            if (context.Capabilities?.Add.Contains("CAP_SYS_ADMIN") == true)
            {
                errors.Invalid(path, GoDump.Of(context), "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
            }
        }

        WindowsOptions(context.WindowsOptions, path.Child("windowsOptions"), errors);
        AppArmor(context.AppArmorProfile, path.Child("appArmorProfile"), errors);
    }

    private static void Id(long? id, FieldPath path, ErrorList errors)
    {
        if (id is { } value)
        {
            errors.Invalid(path, value, Names.UserId(value));
        }
    }

    private static void Seccomp(SeccompProfile? profile, FieldPath path, ErrorList errors)
    {
        if (profile is null)
        {
            return;
        }

        if (profile.Type.Length == 0)
        {
            errors.Required(path.Child("type"), "type is required when seccompProfile is set");
        }
        else
        {
            Check.Supported(profile.Type, path.Child("type"), errors, "Localhost", "RuntimeDefault", "Unconfined");
        }

        if (profile.Type != "Localhost")
        {
            if (profile.LocalhostProfile is not null)
            {
                errors.Invalid(path.Child("localhostProfile"), GoDump.Of(profile), "can only be set when seccomp type is Localhost");
            }
        }
        else if (profile.LocalhostProfile is null)
        {
            errors.Required(path.Child("localhostProfile"), "must be set when seccomp type is Localhost");
        }
        else
        {
            Check.DescendingPath(profile.LocalhostProfile, path.Child("localhostProfile"), errors);
        }
    }

    private static void AppArmor(AppArmorProfile? profile, FieldPath path, ErrorList errors)
    {
        var local = path.Child("localhostProfile");
        switch (profile?.Type)
        {
            case null:
                break;
            case "Localhost":
                if (profile.LocalhostProfile is null)
                {
                    errors.Required(local, "must be set when AppArmor type is Localhost");
                    break;
                }

                if (profile.LocalhostProfile != profile.LocalhostProfile.Trim())
                {
                    errors.Invalid(local, profile.LocalhostProfile, "must not be padded with whitespace");
                }
                else if (profile.LocalhostProfile.Length == 0)
                {
                    errors.Required(local, "must be set when AppArmor type is Localhost");
                }

                if (profile.LocalhostProfile.Utf8Length() > 4095)
                {
                    errors.TooLong(local, 4095);
                }

                break;
            case "RuntimeDefault" or "Unconfined":
                if (profile.LocalhostProfile is not null)
                {
                    errors.Invalid(local, profile.LocalhostProfile, "can only be set when AppArmor type is Localhost");
                }

                break;
            case "":
                errors.Required(path.Child("type"), "type is required when appArmorProfile is set");
                break;
            default:
                errors.NotSupported(path.Child("type"), profile.Type, "Localhost", "RuntimeDefault", "Unconfined");
                break;
        }
    }

    private static void Sysctls(PodSpec spec, PodSecurityContext context, FieldPath path, ErrorList errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < context.Sysctls.Count; i++)
        {
            var (name, at) = (context.Sysctls[i].Name, path.Index(i).Child("name"));
            if (name.Length == 0)
            {
                errors.Required(at);
            }
            else if (name.Utf8Length() > 253 || !SysctlName().IsMatch(name))
            {
                errors.Invalid(at, name, @"must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$");
            }
            else if (names.Contains(name))
            {
                errors.Duplicate(at, name);
            }

            var dotted = name.Replace('/', '.');
            if (spec.HostNetwork && dotted.StartsWith("net.", StringComparison.Ordinal))
            {
                errors.Invalid(at, name, "may not be specified when 'hostNetwork' is true");
            }
            else if (spec.HostIPC && (dotted is "kernel.sem" || dotted.StartsWith("kernel.shm", StringComparison.Ordinal) || dotted.StartsWith("kernel.msg", StringComparison.Ordinal) || dotted.StartsWith("fs.mqueue.", StringComparison.Ordinal)))
            {
                errors.Invalid(at, name, "may not be specified when 'hostIPC' is true");
            }

            names.Add(name);
        }
    }

    private static void HostUsers(PodSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.HostUsers != false)
        {
            return;
        }

        const string words = "when `hostUsers` is false";
        Unless(!spec.HostNetwork, path.Child("hostNetwork"), words, errors);
        Unless(!spec.HostPID, path.Child("hostPID"), words, errors);
        Unless(!spec.HostIPC, path.Child("hostIPC"), words, errors);
    }

    [GeneratedRegex(@"^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex SysctlName();
}
