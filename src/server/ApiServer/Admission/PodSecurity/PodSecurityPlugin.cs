using Cybernetes.Api.AppsV1;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.PodSecurityConfigV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>Holds pods to their namespace's Pod Security Standard; warns of controllers whose pods would be refused.</summary>
public sealed class PodSecurityPlugin(IClusterView cluster, PodSecurityConfiguration? configuration) : IAdmissionPlugin
{
    private const int MaxPodsLookedAt = 3000;

    private readonly NamespacePolicy _defaults = NamespacePolicy.Defaults(configuration);
    private readonly PodSecurityExemptions _exemptions = configuration?.Exemptions ?? PodSecurityExemptions.Empty;

    /// <inheritdoc/>
    public string Name => "PodSecurity";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken) => ValueTask.FromResult(attributes.Object switch
    {
        Namespace ns when attributes.IsFor("namespaces") => ValidateNamespace(attributes, ns),
        Pod pod when attributes.IsFor("pods") || attributes.IsFor("pods", "ephemeralcontainers") => ValidatePod(attributes, pod),
        PodTemplate x when attributes.IsFor("podtemplates") => ValidateController(attributes, x.Template),
        ReplicationController x when attributes.IsFor("replicationcontrollers") => ValidateController(attributes, x.Spec.Template),
        ReplicaSet x when attributes.IsFor("replicasets", group: "apps") => ValidateController(attributes, x.Spec.Template),
        Deployment x when attributes.IsFor("deployments", group: "apps") => ValidateController(attributes, x.Spec.Template),
        StatefulSet x when attributes.IsFor("statefulsets", group: "apps") => ValidateController(attributes, x.Spec.Template),
        DaemonSet x when attributes.IsFor("daemonsets", group: "apps") => ValidateController(attributes, x.Spec.Template),
        Job x when attributes.IsFor("jobs", group: "batch") => ValidateController(attributes, x.Spec.Template),
        CronJob x when attributes.IsFor("cronjobs", group: "batch") => ValidateController(attributes, x.Spec.JobTemplate.Spec.Template),
        _ => null,
    });

    private Status? ValidatePod(AdmissionAttributes attributes, Pod pod)
    {
        if (attributes.Operation == AdmissionOperation.Update && attributes.OldObject is Pod old && !IsSignificant(pod, old))
        {
            return null;
        }
        if (IsExempt(attributes, pod.Spec.RuntimeClassName, out var policy))
        {
            return null;
        }
        attributes.Annotate(NamespacePolicy.Prefix + "enforce-policy", policy.Enforce.ToString());
        var refusal = PodSecurityStandards.Check(policy.Enforce, pod.Metadata, pod.Spec) is { } forbidden
            ? Refusal.Forbidden(attributes, $"violates PodSecurity \"{policy.Enforce}\": {forbidden}")
            : null;
        Tell(attributes, policy, pod.Metadata, pod.Spec, warn: refusal is null);
        return refusal;
    }

    private Status? ValidateController(AdmissionAttributes attributes, PodTemplateSpec? template)
    {
        if (template is not null && !IsExempt(attributes, template.Spec.RuntimeClassName, out var policy))
        {
            Tell(attributes, policy, template.Metadata, template.Spec, warn: true);
        }
        return null;
    }

    private static void Tell(AdmissionAttributes attributes, NamespacePolicy policy, ObjectMeta metadata, PodSpec spec, bool warn)
    {
        if (PodSecurityStandards.Check(policy.Audit, metadata, spec) is { } audited)
        {
            attributes.Annotate(NamespacePolicy.Prefix + "audit-violations", $"would violate PodSecurity \"{policy.Audit}\": {audited}");
        }
        if (warn && PodSecurityStandards.Check(policy.Warn, metadata, spec) is { } warned)
        {
            attributes.Warn($"would violate PodSecurity \"{policy.Warn}\": {warned}");
        }
    }

    // True also where there is nothing to check.
    private bool IsExempt(AdmissionAttributes attributes, string? runtimeClass, out NamespacePolicy policy)
    {
        policy = default;
        var exemption = _exemptions.Namespaces.Contains(attributes.Namespace) ? "namespace"
            : _exemptions.Usernames.Contains(attributes.User.Name) ? "user"
            : runtimeClass is not null && _exemptions.RuntimeClasses.Contains(runtimeClass) ? "runtimeClass"
            : null;
        if (exemption is not null)
        {
            attributes.Annotate(NamespacePolicy.Prefix + "exempt", exemption);
            return true;
        }
        policy = NamespacePolicy.Of(cluster.Get<Namespace>("", attributes.Namespace)?.Metadata.Labels ?? default, _defaults);
        return policy.IsPrivileged;
    }

    private Status? ValidateNamespace(AdmissionAttributes attributes, Namespace ns)
    {
        var errors = new ErrorList();
        var policy = NamespacePolicy.Of(ns.Metadata.Labels, _defaults, errors);
        if (attributes.Operation == AdmissionOperation.Create || attributes.OldObject is not Namespace old)
        {
            return errors.Count > 0 ? Invalid(ns, errors) : null;
        }
        var oldErrors = new ErrorList();
        var oldPolicy = NamespacePolicy.Of(old.Metadata.Labels, _defaults, oldErrors);
        // What was wrong before may stay.
        if (errors.Count > 0 && oldErrors.Count == 0)
        {
            return Invalid(ns, errors);
        }
        if (policy.Enforce.Level > PodSecurityLevel.Privileged && policy.Enforce != oldPolicy.Enforce && policy.Enforce.Level >= oldPolicy.Enforce.Level &&
            !_exemptions.Namespaces.Contains(ns.Metadata.Name))
        {
            WarnOfPods(attributes, ns.Metadata.Name, policy.Enforce);
        }
        return null;
    }

    private void WarnOfPods(AdmissionAttributes attributes, string @namespace, LevelVersion level)
    {
        var violations = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pod in cluster.List<Pod>(@namespace).Take(MaxPodsLookedAt))
        {
            if (PodSecurityStandards.Check(level, pod.Metadata, pod.Spec, reasonsOnly: true) is { } reasons)
            {
                if (!violations.TryGetValue(reasons, out var pods))
                {
                    violations[reasons] = pods = [];
                }
                pods.Add(pod.Metadata.Name);
            }
        }
        if (violations.Count == 0)
        {
            return;
        }
        attributes.Warn($"existing pods in namespace \"{@namespace}\" violate the new PodSecurity enforce level \"{level}\"");
        foreach (var (reasons, pods) in violations.OrderBy(v => v.Value.Min(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            var others = pods.Count switch { 1 => "", 2 => " (and 1 other pod)", var n => $" (and {n - 1} other pods)" };
            attributes.Warn($"{pods.Min(StringComparer.Ordinal)}{others}: {reasons}");
        }
    }

    private static Status Invalid(Namespace ns, ErrorList errors) => ApiStatus.Invalid(new GroupKind("", "Namespace"), ns.Metadata.Name, errors);

    // Of a pod's fields that may change, only these matter here.
    private static bool IsSignificant(Pod pod, Pod old) =>
        pod.Spec.EphemeralContainers != old.Spec.EphemeralContainers || Profiles(pod) != Profiles(old);

    private static ValueMap<string> Profiles(Pod pod) => ValueMap.From(pod.Metadata.Annotations.Where(a => a.Key.Contains("apparmor", StringComparison.Ordinal)));
}
