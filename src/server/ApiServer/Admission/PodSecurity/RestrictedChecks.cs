using Cybernetes.Api.CoreV1;
using static Cybernetes.ApiServer.Admission.PodSecurity.CheckText;

namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>The checks that the restricted level adds. Pure.</summary>
internal static class RestrictedChecks
{
    public static Violation? AllowPrivilegeEscalation(PodUnderCheck pod) => !pod.Since(8) || pod.IsWindowsExempt
        ? null
        : BaselineChecks.Named(pod, c => c.Security.AllowPrivilegeEscalation != false,
            "allowPrivilegeEscalation != false", "must set securityContext.allowPrivilegeEscalation=false");

    public static Violation? Capabilities(PodUnderCheck pod)
    {
        if (!pod.Since(22) || pod.IsWindowsExempt)
        {
            return null;
        }
        var keeping = pod.Containers.Where(c => !(c.Security.Capabilities?.Drop ?? default).Contains("ALL")).Select(c => c.Name).ToArray();
        var adding = pod.Containers.Where(c => Added(c).Any()).ToArray();
        var parts = new List<string>();
        if (keeping.Length > 0)
        {
            parts.Add($"{Containers(keeping)} must set securityContext.capabilities.drop=[\"ALL\"]");
        }
        if (adding.Length > 0)
        {
            parts.Add($"{Containers([.. adding.Select(c => c.Name)])} must not include {Quote(Sorted(adding.SelectMany(Added)))} in securityContext.capabilities.add");
        }
        return parts.Count == 0 ? null : new Violation("unrestricted capabilities", string.Join("; ", parts));

        static IEnumerable<string> Added(ContainerUnderCheck c) => (c.Security.Capabilities?.Add ?? default).Where(a => a != "NET_BIND_SERVICE");
    }

    public static Violation? Volumes(PodUnderCheck pod)
    {
        var bad = pod.Spec.Volumes.Select(v => (v.Name, Type: TypeOf(v.VolumeSource))).Where(v => v.Type is not null).ToArray();
        if (bad.Length == 0)
        {
            return null;
        }
        var types = Sorted(bad.Select(v => v.Type!));
        return new Violation("restricted volume types",
            $"{Plural("volume", "volumes", bad.Length)} {Quote(bad.Select(v => v.Name))} {Plural("uses", "use", bad.Length)} {Plural("restricted volume type", "restricted volume types", types.Count)} {Quote(types)}");
    }

    public static Violation? RunAsNonRoot(PodUnderCheck pod)
    {
        if (pod.IsUserNamespaced)
        {
            return null;
        }
        const string Reason = "runAsNonRoot != true";
        var podBad = pod.Security.RunAsNonRoot == false;
        var explicitly = pod.Containers.Where(c => c.Security.RunAsNonRoot == false).Select(c => c.Name).ToArray();
        var implicitly = pod.Security.RunAsNonRoot == true ? [] : pod.Containers.Where(c => c.Security.RunAsNonRoot is null).Select(c => c.Name).ToArray();
        // A pod-level false harms nobody when every container says true itself.
        podBad &= implicitly.Length > 0 || explicitly.Length > 0;
        if (podBad || explicitly.Length > 0)
        {
            return new Violation(Reason, $"{Setters(podBad, explicitly)} must not set securityContext.runAsNonRoot=false");
        }
        return implicitly.Length == 0 ? null : new Violation(Reason, $"pod or {Containers(implicitly)} must set securityContext.runAsNonRoot=true");
    }

    public static Violation? RunAsUser(PodUnderCheck pod)
    {
        if (!pod.Since(23) || pod.IsUserNamespaced)
        {
            return null;
        }
        var podBad = pod.Security.RunAsUser == 0;
        var bad = pod.Containers.Where(c => c.Security.RunAsUser == 0).Select(c => c.Name).ToArray();
        return podBad || bad.Length > 0 ? new Violation("runAsUser=0", $"{Setters(podBad, bad)} must not set runAsUser=0") : null;
    }

    public static Violation? Seccomp(PodUnderCheck pod)
    {
        if (!pod.Since(19) || pod.IsWindowsExempt)
        {
            return null;
        }
        if (BaselineChecks.Seccomp(pod) is { } bad)
        {
            return bad;
        }
        var unsaid = pod.Security.SeccompProfile is not null ? [] : pod.Containers.Where(c => c.Security.SeccompProfile is null).Select(c => c.Name).ToArray();
        return unsaid.Length == 0 ? null : new Violation("seccompProfile",
            $"pod or {Containers(unsaid)} must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"");
    }

    // The type of a volume that is not allowed, else null.
    private static string? TypeOf(VolumeSource s)
    {
        if (s.ConfigMap is not null || s.Csi is not null || s.DownwardAPI is not null || s.EmptyDir is not null || s.Ephemeral is not null ||
            s.Image is not null || s.PersistentVolumeClaim is not null || s.Projected is not null || s.Secret is not null)
        {
            return null;
        }
        return s switch
        {
            { HostPath: not null } => "hostPath",
            { GcePersistentDisk: not null } => "gcePersistentDisk",
            { AwsElasticBlockStore: not null } => "awsElasticBlockStore",
            { GitRepo: not null } => "gitRepo",
            { Nfs: not null } => "nfs",
            { Iscsi: not null } => "iscsi",
            { Glusterfs: not null } => "glusterfs",
            { Rbd: not null } => "rbd",
            { FlexVolume: not null } => "flexVolume",
            { Cinder: not null } => "cinder",
            { Cephfs: not null } => "cephfs",
            { Flocker: not null } => "flocker",
            { Fc: not null } => "fc",
            { AzureFile: not null } => "azureFile",
            { VsphereVolume: not null } => "vsphereVolume",
            { Quobyte: not null } => "quobyte",
            { AzureDisk: not null } => "azureDisk",
            { PhotonPersistentDisk: not null } => "photonPersistentDisk",
            { PortworxVolume: not null } => "portworxVolume",
            { ScaleIO: not null } => "scaleIO",
            { Storageos: not null } => "storageos",
            _ => "unknown",
        };
    }
}
