using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Binds a pod to its node at the API server.</summary>
public sealed class DefaultBinder(PluginContext context) : IBindPlugin
{
    /// <inheritdoc/>
    public string Name => nameof(DefaultBinder);

    /// <inheritdoc/>
    public async ValueTask<Verdict> BindAsync(PodInfo pod, string node, CancellationToken cancellationToken)
    {
        if (context.Client is not { } client)
        {
            return Verdict.Success;
        }

        var metadata = pod.Pod.Metadata;
        var binding = new Binding
        {
            Metadata = new ObjectMeta { Name = metadata.Name, Namespace = metadata.Namespace, Uid = metadata.Uid },
            Target = new ObjectReference { Kind = "Node", Name = node },
        };
        var result = await client.CreateSubresourceAsync<Pod, Binding, Status>(metadata.Namespace, metadata.Name, "binding", binding, cancellationToken: cancellationToken).ConfigureAwait(false);
        return result.Ok ? Verdict.Success : Verdict.Failed(Name, result.Message);
    }
}
