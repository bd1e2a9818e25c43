using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Maintenance;

/// <summary>Removes dead containers but the newest of each name, and dead sandboxes that nothing needs.</summary>
internal sealed class ContainerGc(IRuntimeService runtime)
{
    public async Task CollectAsync(CancellationToken cancellationToken)
    {
        var containers = (await runtime.ListContainersAsync(null, cancellationToken).ConfigureAwait(false)).Where(c => c.Labels.ContainsKey(ContainerLabels.PodUid)).ToList();
        foreach (var group in containers.GroupBy(c => (c.Labels[ContainerLabels.PodUid], Name(c))))
        {
            var dead = group.Where(c => c.State == V1.ContainerState.ContainerExited).OrderByDescending(c => c.CreatedAt).Skip(1);
            foreach (var container in dead)
            {
                await RemoveAsync(container, cancellationToken).ConfigureAwait(false);
            }
        }

        var left = (await runtime.ListContainersAsync(null, cancellationToken).ConfigureAwait(false)).Select(c => c.PodSandboxId).ToHashSet();
        foreach (var group in (await runtime.ListPodSandboxesAsync(null, cancellationToken).ConfigureAwait(false)).Where(s => s.Labels.ContainsKey(ContainerLabels.PodUid)).GroupBy(s => s.Labels[ContainerLabels.PodUid]))
        {
            foreach (var sandbox in group.OrderByDescending(s => s.CreatedAt).Skip(1).Where(s => s.State == V1.PodSandboxState.SandboxNotready && !left.Contains(s.Id)))
            {
                await runtime.RemovePodSandboxAsync(sandbox.Id, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static string Name(V1.Container container) => container.Labels.TryGetValue(ContainerLabels.ContainerName, out var name) ? name : "";

    private async Task RemoveAsync(V1.Container container, CancellationToken cancellationToken)
    {
        try
        {
            var status = (await runtime.ContainerStatusAsync(container.Id, verbose: false, cancellationToken).ConfigureAwait(false)).Status;
            await runtime.RemoveContainerAsync(container.Id, cancellationToken).ConfigureAwait(false);
            if (status.LogPath.Length > 0)
            {
                foreach (var log in Directory.EnumerateFiles(Path.GetDirectoryName(status.LogPath)!, Path.GetFileName(status.LogPath) + "*"))
                {
                    File.Delete(log);
                }
            }
        }
        catch (Exception e) when (e is CriException { IsNotFound: true } or IOException)
        {
            // Gone by itself.
        }
    }
}
