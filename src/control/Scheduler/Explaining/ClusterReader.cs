using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.Client;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Explaining;

/// <summary>Reads a cluster once, as a scheduler would see it.</summary>
internal static class ClusterReader
{
    /// <summary>Nodes with their pods, and what plugins look up.</summary>
    public static async Task<ClusterView> ReadAsync(KubeClient client, CancellationToken cancellationToken)
    {
        var nodes = (await ListAsync<Node>(client, cancellationToken).ConfigureAwait(false)).Select(node => new NodeInfo(node)).ToDictionary(node => node.Name);
        foreach (var pod in await ListAsync<Pod>(client, cancellationToken).ConfigureAwait(false))
        {
            if (pod.Status.Phase is not ("Succeeded" or "Failed") && nodes.TryGetValue(pod.Spec.NodeName, out var node))
            {
                node.Add(new PodInfo(pod));
            }
        }

        var objects = new ListedObjects
        {
            Namespaces = await ListAsync<Namespace>(client, cancellationToken).ConfigureAwait(false),
            Claims = await ListAsync<PersistentVolumeClaim>(client, cancellationToken).ConfigureAwait(false),
            Volumes = await ListAsync<PersistentVolume>(client, cancellationToken).ConfigureAwait(false),
            StorageClasses = await ListAsync<StorageClass>(client, cancellationToken).ConfigureAwait(false),
            CsiNodes = await ListAsync<CSINode>(client, cancellationToken).ConfigureAwait(false),
            CsiDrivers = await ListAsync<CSIDriver>(client, cancellationToken).ConfigureAwait(false),
            Capacities = await ListAsync<CSIStorageCapacity>(client, cancellationToken).ConfigureAwait(false),
        };
        return new ClusterView([.. nodes.Values], objects, nodes.GetValueOrDefault);
    }

    private static async Task<IReadOnlyList<T>> ListAsync<T>(KubeClient client, CancellationToken cancellationToken)
        where T : class, IObject<T> =>
        (await client.ListAsync<T>("", cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow().Items;
}
