using System.Text.RegularExpressions;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>What only Windows has, and what it has not.</content>
internal static partial class PodSpecRules
{
    private const string NotOnWindows = "cannot be set for a windows pod";

    private static void WindowsOptions(WindowsSecurityContextOptions? options, FieldPath path, ErrorList errors)
    {
        if (options?.GmsaCredentialSpecName is { } name)
        {
            Check.Subdomain(name, path.Child("gmsaCredentialSpecName"), errors);
        }

        if (options?.GmsaCredentialSpec is { } spec)
        {
            if (spec.Length == 0)
            {
                errors.Invalid(path.Child("gmsaCredentialSpec"), spec, "gmsaCredentialSpec cannot be an empty string");
            }
            else if (spec.Utf8Length() > 64 * 1024)
            {
                errors.Invalid(path.Child("gmsaCredentialSpec"), spec, "gmsaCredentialSpec size must be under 64 KiB");
            }
        }

        if (options?.RunAsUserName is { } user)
        {
            errors.Invalid(path.Child("runAsUserName"), user, WindowsUser(user));
        }
    }

    private static IEnumerable<string> WindowsUser(string name)
    {
        if (name.Length == 0)
        {
            return ["runAsUserName cannot be an empty string"];
        }

        if (name.Any(char.IsControl))
        {
            return ["runAsUserName cannot contain control characters"];
        }

        var parts = name.Split('\\');
        if (parts.Length > 2)
        {
            return ["runAsUserName cannot contain more than one backslash"];
        }

        var found = new List<string>();
        var (domain, user) = parts.Length == 2 ? (parts[0], parts[1]) : (null, parts[0]);
        if (domain?.Utf8Length() >= 256)
        {
            found.Add("runAsUserName's Domain length must be under 256 characters");
        }

        if (domain is not null && !NetBios().IsMatch(domain) && !WindowsDomain().IsMatch(domain))
        {
            found.Add("runAsUserName's Domain doesn't match the NetBios nor the DNS format");
        }

        if (user.Length == 0)
        {
            found.Add("runAsUserName's User cannot be empty");
        }
        else if (user.Utf8Length() > 104)
        {
            found.Add("runAsUserName's User length must not be longer than 104 characters");
        }

        if (user.Length > 0 && user.All(c => c is '.' or ' '))
        {
            found.Add("runAsUserName's User cannot contain only periods or spaces");
        }

        if (user.AsSpan().IndexOfAny("\"/\\:;|=,+*?<>@[]") >= 0)
        {
            found.Add("runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]");
        }

        return found;
    }

    private static void HostProcess(PodSpec spec, FieldPath path, ErrorList errors)
    {
        var whole = spec.SecurityContext?.WindowsOptions?.HostProcess;
        var (all, count) = (0, 0);
        foreach (var (container, at) in WithPaths(spec, path))
        {
            all++;
            var own = container.SecurityContext?.WindowsOptions?.HostProcess;
            if (whole is not null && own is not null && whole != own)
            {
                errors.Invalid(at.Child("securityContext", "windowsOptions", "hostProcess"), own.Value, $"pod hostProcess value must be identical if both are specified, was {(whole.Value ? "true" : "false")}");
            }

            count += own ?? whole ?? false ? 1 : 0;
        }

        if (count == 0)
        {
            return;
        }

        if (count != all)
        {
            errors.Invalid(path, "", "If pod contains any hostProcess containers then all containers must be HostProcess containers");
        }

        if (!spec.HostNetwork)
        {
            errors.Invalid(path.Child("hostNetwork"), false, "hostNetwork must be true if pod contains any hostProcess containers");
        }
    }

    private static void OperatingSystem(PodSpec spec, FieldPath path, ErrorList errors)
    {
        switch (spec.Os?.Name)
        {
            case null:
                break;
            case "":
                errors.Required(path.Child("os", "name"));
                break;
            case "linux":
                Linux(spec, path, errors);
                break;
            case "windows":
                Windows(spec, path, errors);
                break;
            default:
                errors.NotSupported(path.Child("os"), spec.Os.Name, "linux", "windows");
                break;
        }
    }

    private static void Linux(PodSpec spec, FieldPath path, ErrorList errors)
    {
        const string words = "windows options cannot be set for a linux pod";
        Unless(spec.SecurityContext?.WindowsOptions is null, path.Child("securityContext", "windowsOptions"), words, errors);
        foreach (var (container, at) in WithPaths(spec, path))
        {
            Unless(container.SecurityContext?.WindowsOptions is null, at.Child("securityContext", "windowsOptions"), words, errors);
        }
    }

    private static void Windows(PodSpec spec, FieldPath path, ErrorList errors)
    {
        void No(bool unset, FieldPath at) => Unless(unset, at, NotOnWindows, errors);
        if (spec.SecurityContext is { } pod)
        {
            var at = path.Child("securityContext");
            No(pod.AppArmorProfile is null, at.Child("appArmorProfile"));
            No(pod.SeLinuxOptions is null, at.Child("seLinuxOptions"));
            No(spec.HostUsers is null, path.Child("hostUsers"));
            No(!spec.HostPID, path.Child("hostPID"));
            No(!spec.HostIPC, path.Child("hostIPC"));
            No(pod.SeccompProfile is null, at.Child("seccompProfile"));
            No(pod.FsGroup is null, at.Child("fsGroup"));
            No(pod.FsGroupChangePolicy is null, at.Child("fsGroupChangePolicy"));
            No(pod.Sysctls.IsEmpty, at.Child("sysctls"));
            No(spec.ShareProcessNamespace is null, path.Child("shareProcessNamespace"));
            No(pod.RunAsUser is null, at.Child("runAsUser"));
            No(pod.RunAsGroup is null, at.Child("runAsGroup"));
            No(pod.SupplementalGroups.IsNil, at.Child("supplementalGroups"));
            No(pod.SupplementalGroupsPolicy is null, at.Child("supplementalGroupsPolicy"));
            No(pod.SeLinuxChangePolicy is null, at.Child("seLinuxChangePolicy"));
        }

        foreach (var (container, containerPath) in WithPaths(spec, path))
        {
            if (container.SecurityContext is not { } own)
            {
                continue;
            }

            var at = containerPath.Child("securityContext");
            No(own.AppArmorProfile is null, at.Child("appArmorProfile"));
            No(own.SeLinuxOptions is null, at.Child("seLinuxOptions"));
            No(own.SeccompProfile is null, at.Child("seccompProfile"));
            No(own.Capabilities is null, at.Child("capabilities"));
            No(own.ReadOnlyRootFilesystem is null, at.Child("readOnlyRootFilesystem"));
            No(own.Privileged is null, at.Child("privileged"));
            No(own.AllowPrivilegeEscalation is null, at.Child("allowPrivilegeEscalation"));
            No(own.ProcMount is null, at.Child("procMount"));
            No(own.RunAsUser is null, at.Child("runAsUser"));
            No(own.RunAsGroup is null, at.Child("runAsGroup"));
        }
    }

    /// <summary>All containers with their paths: init, ordinary, ephemeral.</summary>
    public static IEnumerable<(Container Container, FieldPath Path)> WithPaths(PodSpec spec, FieldPath path) =>
        spec.InitContainers.Select((container, i) => (container, path.Child("initContainers").Index(i)))
            .Concat(spec.Containers.Select((container, i) => (container, path.Child("containers").Index(i))))
            .Concat(spec.EphemeralContainers.Select((container, i) => (container.AsContainer(), path.Child("ephemeralContainers").Index(i))));

    [GeneratedRegex("^[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}\\z")]
    private static partial Regex NetBios();

    [GeneratedRegex(@"^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z")]
    private static partial Regex WindowsDomain();
}
