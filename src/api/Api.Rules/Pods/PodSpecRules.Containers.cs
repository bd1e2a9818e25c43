using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Containers of all three sorts.</content>
internal static partial class PodSpecRules
{
    private const string OnlyAlways = "may not be set for init containers without restartPolicy=Always";
    private const string NotEphemeral = "cannot be set for an Ephemeral Container";

    private static void Containers(PodContext pod, FieldPath path, ErrorList errors)
    {
        var containers = pod.Spec.Containers;
        if (containers.IsEmpty)
        {
            errors.Required(path);
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < containers.Count; i++)
        {
            var (container, at) = (containers[i], path.Index(i));
            Common(container, pod, at, errors);
            RestartRules(container, init: false, at, errors);
            if (!names.Add(container.Name))
            {
                errors.Duplicate(at.Child("name"), container.Name);
            }

            LifecycleAndProbes(container, pod, at, errors);
        }

        HostPortConflicts(containers, path, errors);
    }

    private static void InitContainers(PodContext pod, FieldPath path, ErrorList errors)
    {
        var names = pod.Spec.Containers.Select(container => container.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < pod.Spec.InitContainers.Count; i++)
        {
            var (container, at) = (pod.Spec.InitContainers[i], path.Index(i));
            Common(container, pod, at, errors);
            RestartRules(container, init: true, at, errors);
            if (names.Contains(container.Name))
            {
                errors.Duplicate(at.Child("name"), container.Name);
            }
            else if (container.Name.Length > 0)
            {
                names.Add(container.Name);
            }

            HostPortConflicts([container], path, errors);
            if (container.RestartPolicy == "Always")
            {
                LifecycleAndProbes(container, pod, at, errors);
                continue;
            }

            Unless(container.Lifecycle is null, at.Child("lifecycle"), OnlyAlways, errors);
            Unless(container.LivenessProbe is null, at.Child("livenessProbe"), OnlyAlways, errors);
            Unless(container.ReadinessProbe is null, at.Child("readinessProbe"), OnlyAlways, errors);
            Unless(container.StartupProbe is null, at.Child("startupProbe"), OnlyAlways, errors);
        }
    }

    private static void EphemeralContainers(PodContext pod, FieldPath path, ErrorList errors)
    {
        var others = pod.Spec.Containers.Concat(pod.Spec.InitContainers).Select(container => container.Name).ToHashSet(StringComparer.Ordinal);
        var names = new HashSet<string>(others, StringComparer.Ordinal);
        for (var i = 0; i < pod.Spec.EphemeralContainers.Count; i++)
        {
            var (ephemeral, at) = (pod.Spec.EphemeralContainers[i], path.Index(i));
            var container = ephemeral.AsContainer();
            Common(container, pod, at, errors);
            ImageOfPod(container, at, errors);
            if (!names.Add(container.Name))
            {
                errors.Duplicate(at.Child("name"), container.Name);
            }

            if (ephemeral.TargetContainerName.Length > 0 && !others.Contains(ephemeral.TargetContainerName))
            {
                errors.NotFound(at.Child("targetContainerName"), ephemeral.TargetContainerName);
            }

            Unless(container.Ports.IsNil, at.Child("ports"), NotEphemeral, errors);
            Unless(container.Resources == ResourceRequirements.Empty, at.Child("resources"), NotEphemeral, errors);
            Unless(container.ResizePolicy.IsNil, at.Child("resizePolicy"), NotEphemeral, errors);
            Unless(container.RestartPolicy is null, at.Child("restartPolicy"), NotEphemeral, errors);
            Unless(container.RestartPolicyRules.IsNil, at.Child("restartPolicyRules"), NotEphemeral, errors);
            Unless(container.LivenessProbe is null, at.Child("livenessProbe"), NotEphemeral, errors);
            Unless(container.ReadinessProbe is null, at.Child("readinessProbe"), NotEphemeral, errors);
            Unless(container.StartupProbe is null, at.Child("startupProbe"), NotEphemeral, errors);
            Unless(container.Lifecycle is null, at.Child("lifecycle"), NotEphemeral, errors);
            for (var j = 0; j < container.VolumeMounts.Count; j++)
            {
                Unless(container.VolumeMounts[j].SubPath.Length == 0, at.Child("volumeMounts").Index(j).Child("subPath"), NotEphemeral, errors);
                Unless(container.VolumeMounts[j].SubPathExpr.Length == 0, at.Child("volumeMounts").Index(j).Child("subPathExpr"), NotEphemeral, errors);
            }
        }
    }

    /// <summary>What only a pod's containers must keep to, not a template's.</summary>
    public static void OnlyForPods(ValueList<Container> containers, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            ImageOfPod(containers[i], path.Index(i), errors);
        }
    }

    private static void ImageOfPod(Container container, FieldPath at, ErrorList errors)
    {
        if (container.Image.Length != container.Image.Trim().Length)
        {
            errors.Invalid(at.Child("image"), container.Image, "must not have leading or trailing whitespace");
        }
    }

    private static void Common(Container container, PodContext pod, FieldPath at, ErrorList errors)
    {
        if (container.Name.Length == 0)
        {
            errors.Required(at.Child("name"));
        }
        else
        {
            Check.Label(container.Name, at.Child("name"), errors);
        }

        Check.Required(container.Image, at.Child("image"), errors);
        Check.OneOf(container.TerminationMessagePolicy, at.Child("terminationMessagePolicy"), errors, "File", "FallbackToLogsOnError");
        Ports(container.Ports, at.Child("ports"), errors);
        Environment(container.Env, at.Child("env"), errors);
        EnvironmentFrom(container.EnvFrom, at.Child("envFrom"), errors);
        Mounts(container, pod, at.Child("volumeMounts"), errors);
        Devices(container, pod, at.Child("volumeDevices"), errors);
        Check.OneOf(container.ImagePullPolicy, at.Child("imagePullPolicy"), errors, "Always", "IfNotPresent", "Never");
        Requirements(container.Resources, ResourceNames.ContainerName, pod.ClaimNames, at.Child("resources"), errors);
        ResizePolicies(container.ResizePolicy, pod.Spec.RestartPolicy, at.Child("resizePolicy"), errors);
        Security(container.SecurityContext, pod.HostUsers, at.Child("securityContext"), errors);
    }

    private static void RestartRules(Container container, bool init, FieldPath at, ErrorList errors)
    {
        if (container.RestartPolicy is { } policy)
        {
            Check.Supported(policy, at.Child("restartPolicy"), errors, "Always", "Never", "OnFailure");
        }

        var rules = container.RestartPolicyRules;
        if (rules.IsEmpty)
        {
            return;
        }

        if (container.RestartPolicy is null)
        {
            errors.Required(at.Child("restartPolicy"), "must specify restartPolicy when restart rules are used");
            if (init)
            {
                return;
            }
        }

        if (rules.Count > 20)
        {
            errors.TooLong(at.Child("restartPolicyRules"), 20);
        }

        for (var i = 0; i < rules.Count; i++)
        {
            RestartRule(rules[i], at.Child("restartPolicyRules").Index(i), errors);
        }
    }

    private static void RestartRule(ContainerRestartRule rule, FieldPath at, ErrorList errors)
    {
        Check.Supported(rule.Action, at.Child("action"), errors, "Restart", "RestartAllContainers");
        if (rule.ExitCodes is not { } codes)
        {
            errors.Required(at.Child("exitCodes"), "must be specified");
            return;
        }

        Check.Supported(codes.Operator, at.Child("exitCodes", "operator"), errors, "In", "NotIn");
        if (codes.Values.Count > 255)
        {
            errors.TooLong(at.Child("exitCodes", "values"), 255);
        }
    }

    private static void Ports(ValueList<ContainerPort> ports, FieldPath path, ErrorList errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ports.Count; i++)
        {
            var (port, at) = (ports[i], path.Index(i));
            if (port.Name.Length > 0)
            {
                if (Names.PortName(port.Name) is { Count: > 0 } wrong)
                {
                    errors.Invalid(at.Child("name"), port.Name, wrong);
                }
                else if (!names.Add(port.Name))
                {
                    errors.Duplicate(at.Child("name"), port.Name);
                }
            }

            if (port.ContainerPortValue == 0)
            {
                errors.Required(at.Child("containerPort"));
            }
            else
            {
                Check.Port(port.ContainerPortValue, at.Child("containerPort"), errors);
            }

            if (port.HostPort != 0)
            {
                Check.Port(port.HostPort, at.Child("hostPort"), errors);
            }

            Check.OneOf(port.Protocol, at.Child("protocol"), errors, "SCTP", "TCP", "UDP");
        }
    }

    private static void HostPortConflicts(ValueList<Container> containers, FieldPath path, ErrorList errors)
    {
        HashSet<string>? taken = null;
        for (var i = 0; i < containers.Count; i++)
        {
            for (var j = 0; j < containers[i].Ports.Count; j++)
            {
                var port = containers[i].Ports[j];
                var key = $"{port.Protocol}/{port.HostIP}/{port.HostPort}";
                if (port.HostPort != 0 && !(taken ??= []).Add(key))
                {
                    errors.Duplicate(path.Index(i).Child("ports").Index(j).Child("hostPort"), key);
                }
            }
        }
    }

    private static void ResizePolicies(ValueList<ContainerResizePolicy> policies, string restartPolicy, FieldPath path, ErrorList errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < policies.Count; i++)
        {
            if (!seen.Add(policies[i].ResourceName))
            {
                errors.Duplicate(path.Index(i), policies[i].ResourceName);
            }

            Check.OneOf(policies[i].ResourceName, path, errors, "cpu", "memory");
            Check.OneOf(policies[i].RestartPolicy, path, errors, "NotRequired", "RestartContainer");
            if (restartPolicy == "Never" && policies[i].RestartPolicy != "NotRequired")
            {
                errors.Invalid(path, policies[i].RestartPolicy, "must be 'NotRequired' when `restartPolicy` is 'Never'");
            }
        }
    }

    private static void Unless(bool good, FieldPath path, string detail, ErrorList errors)
    {
        if (!good)
        {
            errors.Forbidden(path, detail);
        }
    }
}
