using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NodeV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Lays a runtime class's overhead, node selector and tolerations over the pods that name it.</summary>
public sealed class RuntimeClassPlugin(IClusterView cluster) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "RuntimeClass";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create;

    /// <inheritdoc/>
    public async ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsFor("pods") || attributes.Object is not Pod { Spec.RuntimeClassName: not null } pod)
        {
            return null;
        }
        var found = await FindAsync(pod, cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return RefuseMissing(attributes, pod);
        }
        var spec = pod.Spec;
        if (found.Overhead is { } overhead)
        {
            if (!spec.Overhead.IsEmpty && spec.Overhead != overhead.PodFixed)
            {
                return Refusal.Forbidden(attributes, "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead");
            }
            spec = spec with { Overhead = overhead.PodFixed };
        }
        if (found.Scheduling is { } scheduling)
        {
            foreach (var (key, value) in scheduling.NodeSelector)
            {
                if (spec.NodeSelector.TryGetValue(key, out var podValue) && podValue != value)
                {
                    return Refusal.Forbidden(attributes,
                        $"conflict: runtimeClass.scheduling.nodeSelector[{key}] = {value}; pod.spec.nodeSelector[{key}] = {podValue}");
                }
            }
            spec = spec with { NodeSelector = spec.NodeSelector.Overlay(scheduling.NodeSelector) };
            foreach (var toleration in scheduling.Tolerations)
            {
                spec = spec.Tolerations.Contains(toleration) ? spec : spec with { Tolerations = spec.Tolerations.Add(toleration) };
            }
        }
        attributes.Object = pod with { Spec = spec };
        return null;
    }

    /// <inheritdoc/>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsFor("pods") || attributes.Object is not Pod pod)
        {
            return null;
        }
        if (pod.Spec.RuntimeClassName is null)
        {
            return pod.Spec.Overhead.IsEmpty ? null : RefuseOverhead(attributes);
        }
        var found = await FindAsync(pod, cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return RefuseMissing(attributes, pod);
        }
        if (found.Overhead is null)
        {
            return pod.Spec.Overhead.IsEmpty ? null : RefuseOverhead(attributes);
        }
        return pod.Spec.Overhead == found.Overhead.PodFixed
            ? null
            : Refusal.Forbidden(attributes, "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead");
    }

    private async ValueTask<RuntimeClass?> FindAsync(Pod pod, CancellationToken cancellationToken) =>
        cluster.Get<RuntimeClass>("", pod.Spec.RuntimeClassName!)
        ?? await cluster.GetLiveAsync<RuntimeClass>("", pod.Spec.RuntimeClassName!, cancellationToken).ConfigureAwait(false);

    private static Status RefuseMissing(AdmissionAttributes attributes, Pod pod) =>
        Refusal.Forbidden(attributes, $"pod rejected: RuntimeClass \"{pod.Spec.RuntimeClassName}\" not found");

    private static Status RefuseOverhead(AdmissionAttributes attributes) =>
        Refusal.Forbidden(attributes, "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead");
}
