using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Required anti-affinity may only spread over hosts.</summary>
public sealed class LimitPodHardAntiAffinityTopology : IAdmissionPlugin
{
    private const string Hostname = "kubernetes.io/hostname";

    /// <inheritdoc/>
    public string Name => "LimitPodHardAntiAffinityTopology";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        var term = attributes.IsFor("pods") && attributes.Object is Pod pod
            ? (pod.Spec.Affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? default).FirstOrDefault(t => t.TopologyKey != Hostname)
            : null;
        return ValueTask.FromResult(term is null ? null : Refusal.Forbidden(attributes,
            $"affinity.PodAntiAffinity.RequiredDuringScheduling has TopologyKey {term.TopologyKey} but only key {Hostname} is allowed"));
    }
}
