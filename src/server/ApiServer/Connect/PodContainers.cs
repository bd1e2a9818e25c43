using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.Errors;

namespace Cybernetes.ApiServer.Connect;

/// <summary>Which container of a pod a request means.</summary>
internal static class PodContainers
{
    private const string DefaultContainer = "kubectl.kubernetes.io/default-container";

    /// <summary>The container that is named, or the only one.</summary>
    /// <exception cref="ApiException">There is no such container, or more than one and none is named.</exception>
    public static string Choose(Pod pod, string asked)
    {
        if (asked.Length == 0)
        {
            return Default(pod);
        }

        return Has(pod, asked) ? asked : throw ApiErrors.BadRequest($"container {asked} is not valid for pod {pod.Metadata.Name}");
    }

    private static string Default(Pod pod)
    {
        if (pod.Metadata.Annotations.GetValueOrDefault(DefaultContainer) is { } preferred && Has(pod, preferred))
        {
            return preferred;
        }

        if (pod.Spec.Containers.Count == 1)
        {
            return pod.Spec.Containers[0].Name;
        }

        var text = $"a container name must be specified for pod {pod.Metadata.Name}, choose one of: [{string.Join(' ', pod.Spec.Containers.Select(each => each.Name))}]";
        if (!pod.Spec.InitContainers.IsEmpty)
        {
            text += $" or one of the init containers: [{string.Join(' ', pod.Spec.InitContainers.Select(each => each.Name))}]";
        }

        throw ApiErrors.BadRequest(text);
    }

    private static bool Has(Pod pod, string name) =>
        pod.Spec.Containers.Any(each => each.Name == name) || pod.Spec.InitContainers.Any(each => each.Name == name) || pod.Spec.EphemeralContainers.Any(each => each.EphemeralContainerCommon.Name == name);
}
