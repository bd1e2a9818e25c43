using Cybernetes.Api.CoreV1;

namespace Cybernetes.Api.Rules;

/// <summary>Ephemeral containers seen as containers.</summary>
internal static class EphemeralContainers
{
    /// <summary>The container that an ephemeral one is, but for its target.</summary>
    public static Container AsContainer(this EphemeralContainer ephemeral)
    {
        var own = ephemeral.EphemeralContainerCommon;
        return new()
        {
            Name = own.Name, Image = own.Image, Command = own.Command, Args = own.Args, WorkingDir = own.WorkingDir, Ports = own.Ports, EnvFrom = own.EnvFrom,
            Env = own.Env, Resources = own.Resources, ResizePolicy = own.ResizePolicy, RestartPolicy = own.RestartPolicy, RestartPolicyRules = own.RestartPolicyRules,
            VolumeMounts = own.VolumeMounts, VolumeDevices = own.VolumeDevices, LivenessProbe = own.LivenessProbe, ReadinessProbe = own.ReadinessProbe,
            StartupProbe = own.StartupProbe, Lifecycle = own.Lifecycle, TerminationMessagePath = own.TerminationMessagePath,
            TerminationMessagePolicy = own.TerminationMessagePolicy, ImagePullPolicy = own.ImagePullPolicy, SecurityContext = own.SecurityContext,
            Stdin = own.Stdin, StdinOnce = own.StdinOnce, Tty = own.Tty,
        };
    }

    /// <summary>The ephemeral container changed to what <paramref name="container"/> is.</summary>
    public static EphemeralContainer With(this EphemeralContainer ephemeral, Container container) => ephemeral with
    {
        EphemeralContainerCommon = new()
        {
            Name = container.Name, Image = container.Image, Command = container.Command, Args = container.Args, WorkingDir = container.WorkingDir, Ports = container.Ports,
            EnvFrom = container.EnvFrom, Env = container.Env, Resources = container.Resources, ResizePolicy = container.ResizePolicy,
            RestartPolicy = container.RestartPolicy, RestartPolicyRules = container.RestartPolicyRules, VolumeMounts = container.VolumeMounts,
            VolumeDevices = container.VolumeDevices, LivenessProbe = container.LivenessProbe, ReadinessProbe = container.ReadinessProbe,
            StartupProbe = container.StartupProbe, Lifecycle = container.Lifecycle, TerminationMessagePath = container.TerminationMessagePath,
            TerminationMessagePolicy = container.TerminationMessagePolicy, ImagePullPolicy = container.ImagePullPolicy,
            SecurityContext = container.SecurityContext, Stdin = container.Stdin, StdinOnce = container.StdinOnce, Tty = container.Tty,
        },
    };
}
