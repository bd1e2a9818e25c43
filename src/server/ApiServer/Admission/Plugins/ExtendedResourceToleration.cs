using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Pods that ask for extended resources tolerate the taints of nodes reserved for them.</summary>
public sealed class ExtendedResourceToleration : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "ExtendedResourceToleration";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsFor("pods") || attributes.Object is not Pod pod)
        {
            return default;
        }
        var resources = pod.Spec.Containers.Concat(pod.Spec.InitContainers)
            .SelectMany(c => c.Resources.Requests.Keys)
            .Where(name => name.Contains('/') && !name.Contains("kubernetes.io/", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal);
        var tolerations = pod.Spec.Tolerations;
        foreach (var resource in resources)
        {
            var toleration = Toleration.Empty with { Key = resource, Operator = "Exists" };
            tolerations = tolerations.Contains(toleration) ? tolerations : tolerations.Add(toleration);
        }
        attributes.Object = pod with { Spec = pod.Spec with { Tolerations = tolerations } };
        return default;
    }
}
