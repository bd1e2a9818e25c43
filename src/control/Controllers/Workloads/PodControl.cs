using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.Workloads;

/// <summary>Creates and deletes pods for their owners and tells of it by events.</summary>
public sealed class PodControl(KubeClient client, IEventRecorder events)
{
    /// <summary>Creates a pod from a template. A failure is told by an event, unless the namespace is going, and thrown.</summary>
    public async Task<Pod> CreateAsync(IObject owner, GroupVersionKind ownerKind, PodTemplateSpec template, CancellationToken cancellationToken, string generateName = "", Func<Pod, Pod>? change = null)
    {
        var pod = FromTemplate(owner, ownerKind, template, generateName);
        pod = change?.Invoke(pod) ?? pod;
        if (pod.Metadata.Labels.IsEmpty)
        {
            throw new InvalidOperationException("unable to create pods, no labels");
        }

        var result = await client.CreateAsync(pod, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!result.Ok)
        {
            if (!result.IsNamespaceTerminating)
            {
                events.Event(owner, EventType.Warning, "FailedCreate", $"Error creating: {result.Message}");
            }

            throw new ApiException(result.Status);
        }

        events.Event(owner, EventType.Normal, "SuccessfulCreate", $"Created pod: {result.Value.Metadata.Name}");
        return result.Value;
    }

    /// <summary>Deletes a pod. True when there was one; a failure is told by an event and thrown.</summary>
    public async Task<bool> DeleteAsync(IObject owner, Pod pod, CancellationToken cancellationToken)
    {
        var options = new DeleteOptions { Preconditions = new Api.MetaV1.Preconditions { Uid = pod.Metadata.Uid } };
        var result = await client.DeleteAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, options, cancellationToken).ConfigureAwait(false);
        // A conflict is another pod of the same name: ours is gone.
        if (result.IsNotFound || result.IsConflict)
        {
            return false;
        }

        if (!result.Ok)
        {
            events.Event(owner, EventType.Warning, "FailedDelete", $"Error deleting: {result.Message}");
            throw new ApiException(result.Status);
        }

        events.Event(owner, EventType.Normal, "SuccessfulDelete", $"Deleted pod: {pod.Metadata.Name}");
        return true;
    }

    /// <summary>The pod that a template says, owned.</summary>
    public static Pod FromTemplate(IObject owner, GroupVersionKind ownerKind, PodTemplateSpec template, string generateName = "") => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = owner.Metadata.Namespace,
            GenerateName = generateName.Length > 0 ? generateName : NamePrefix(owner.Metadata.Name),
            Labels = template.Metadata.Labels,
            Annotations = template.Metadata.Annotations,
            Finalizers = template.Metadata.Finalizers,
            OwnerReferences = [owner.ToControllerReference(ownerKind)],
        },
        Spec = template.Spec,
    };

    // The dash is left out where the name would be too long with it.
    private static string NamePrefix(string name) => name.Length < 253 ? name + "-" : name;
}
