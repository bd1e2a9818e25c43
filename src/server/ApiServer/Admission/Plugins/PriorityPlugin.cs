using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.SchedulingV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Resolves a pod's priority class to its number, and keeps the default class single.</summary>
public sealed class PriorityPlugin(IClusterView cluster) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "Priority";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken) =>
        ValueTask.FromResult(attributes.IsFor("pods") && attributes.Object is Pod pod ? Admit(attributes, pod) : null);

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken) =>
        ValueTask.FromResult(attributes.IsFor("priorityclasses", group: "scheduling.k8s.io") &&
            attributes.Object is PriorityClass { GlobalDefault: true } added && Default() is { } current &&
            (attributes.Operation == AdmissionOperation.Create || current.Metadata.Name != added.Metadata.Name)
                ? Refusal.Forbidden(attributes, $"PriorityClass {current.Metadata.Name} is already marked as default. Only one default can exist")
                : null);

    private Status? Admit(AdmissionAttributes attributes, Pod pod)
    {
        var spec = pod.Spec;
        if (attributes.Operation == AdmissionOperation.Update)
        {
            if (attributes.OldObject is Pod old)
            {
                attributes.Object = pod with
                {
                    Spec = spec with { Priority = spec.Priority ?? old.Spec.Priority, PreemptionPolicy = spec.PreemptionPolicy ?? old.Spec.PreemptionPolicy },
                };
            }
            return null;
        }
        PriorityClass? priorityClass;
        if (spec.PriorityClassName.Length == 0)
        {
            priorityClass = Default();
        }
        else if (cluster.Get<PriorityClass>("", spec.PriorityClassName) is { } named)
        {
            priorityClass = named;
        }
        else
        {
            return Refusal.Forbidden(attributes, $"no PriorityClass with name {spec.PriorityClassName} was found");
        }
        var priority = priorityClass?.Value ?? 0;
        var policy = priorityClass is null ? "PreemptLowerPriority" : priorityClass.PreemptionPolicy;
        if (spec.Priority is { } given && given != priority)
        {
            return Refusal.Forbidden(attributes,
                $"the integer value of priority ({given}) must not be provided in pod spec; priority admission controller computed {priority} from the given PriorityClass name");
        }
        if (policy is not null && spec.PreemptionPolicy is { } givenPolicy && givenPolicy != policy)
        {
            return Refusal.Forbidden(attributes,
                $"the string value of PreemptionPolicy ({givenPolicy}) must not be provided in pod spec; priority admission controller computed {policy} from the given PriorityClass name");
        }
        attributes.Object = pod with
        {
            Spec = spec with
            {
                PriorityClassName = priorityClass?.Metadata.Name ?? "",
                Priority = priority,
                PreemptionPolicy = policy ?? spec.PreemptionPolicy,
            },
        };
        return null;
    }

    // Should several be marked, the least wins.
    private PriorityClass? Default() => cluster.List<PriorityClass>().Where(c => c.GlobalDefault).MinBy(c => c.Value);
}
