using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>The Pod Security Standards: what of a pod a level forbids. Pure.</summary>
public static class PodSecurityStandards
{
    private static readonly Func<PodUnderCheck, Violation?>[] _baseline =
    [
        BaselineChecks.AppArmor, BaselineChecks.Capabilities, BaselineChecks.HostNamespaces, BaselineChecks.HostPathVolumes, BaselineChecks.HostPorts,
        BaselineChecks.ProbeHosts, BaselineChecks.Privileged, BaselineChecks.ProcMount, BaselineChecks.SeLinux, BaselineChecks.Seccomp,
        BaselineChecks.Sysctls, BaselineChecks.WindowsHostProcess,
    ];

    private static readonly Func<PodUnderCheck, Violation?>[] _restricted =
    [
        // Where both levels look at the same field, the stricter check stands for both.
        BaselineChecks.AppArmor, BaselineChecks.HostNamespaces, BaselineChecks.HostPorts, BaselineChecks.ProbeHosts, BaselineChecks.Privileged,
        BaselineChecks.ProcMount, BaselineChecks.SeLinux, BaselineChecks.Sysctls, BaselineChecks.WindowsHostProcess,
        RestrictedChecks.AllowPrivilegeEscalation, RestrictedChecks.Capabilities, RestrictedChecks.Volumes, RestrictedChecks.RunAsNonRoot,
        RestrictedChecks.RunAsUser, RestrictedChecks.Seccomp,
    ];

    /// <summary>All that is forbidden, in upstream's words, or null. <paramref name="reasonsOnly"/> leaves the details out.</summary>
    public static string? Check(LevelVersion level, ObjectMeta metadata, PodSpec spec, bool reasonsOnly = false)
    {
        if (level.Level == PodSecurityLevel.Privileged)
        {
            return null;
        }
        var pod = new PodUnderCheck(metadata, spec, level.Minor);
        List<string>? found = null;
        foreach (var check in level.Level == PodSecurityLevel.Baseline ? _baseline : _restricted)
        {
            if (check(pod) is { } violation)
            {
                (found ??= []).Add(reasonsOnly || violation.Detail.Length == 0 ? violation.Reason : $"{violation.Reason} ({violation.Detail})");
            }
        }
        return found is null ? null : string.Join(", ", found);
    }
}
