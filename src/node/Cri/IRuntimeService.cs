using Cybernetes.Cri.V1;

namespace Cybernetes.Cri;

/// <summary>
/// The CRI v1 RuntimeService, one method an RPC, without the request and response wrappers where they hold one value. Every method throws
/// <see cref="CriException"/> when the runtime refuses or cannot be reached. Implementations are thread-safe.
/// </summary>
public interface IRuntimeService
{
    /// <summary>Name and version of the runtime.</summary>
    Task<VersionResponse> VersionAsync(CancellationToken cancellationToken);

    /// <summary>The runtime's conditions (RuntimeReady, NetworkReady), handlers and features.</summary>
    Task<StatusResponse> StatusAsync(bool verbose, CancellationToken cancellationToken);

    /// <summary>The runtime's own configuration; NotImplemented in runtimes that cannot say (<see cref="CriException.IsUnimplemented"/>).</summary>
    Task<RuntimeConfigResponse> RuntimeConfigAsync(CancellationToken cancellationToken);

    /// <summary>Tells the runtime the node's pod CIDR.</summary>
    Task UpdateRuntimeConfigAsync(RuntimeConfig config, CancellationToken cancellationToken);

    /// <summary>Creates and starts a pod's sandbox and returns its identifier.</summary>
    Task<string> RunPodSandboxAsync(PodSandboxConfig config, string runtimeHandler, CancellationToken cancellationToken);

    /// <summary>Stops the sandbox and every container in it at once, and takes its network down; no error when it is already stopped or gone.</summary>
    Task StopPodSandboxAsync(string sandboxId, CancellationToken cancellationToken);

    /// <summary>Removes the sandbox and its containers; no error when it is gone.</summary>
    Task RemovePodSandboxAsync(string sandboxId, CancellationToken cancellationToken);

    /// <summary>State, network and labels of a sandbox.</summary>
    Task<PodSandboxStatusResponse> PodSandboxStatusAsync(string sandboxId, bool verbose, CancellationToken cancellationToken);

    /// <summary>The sandboxes that match <paramref name="filter"/>.</summary>
    Task<IReadOnlyList<PodSandbox>> ListPodSandboxesAsync(PodSandboxFilter? filter, CancellationToken cancellationToken);

    /// <summary>Creates a container in a sandbox and returns its identifier.</summary>
    Task<string> CreateContainerAsync(string sandboxId, ContainerConfig config, PodSandboxConfig sandboxConfig, CancellationToken cancellationToken);

    /// <summary>Starts a created container.</summary>
    Task StartContainerAsync(string containerId, CancellationToken cancellationToken);

    /// <summary>Sends the stop signal and, after <paramref name="timeoutSeconds"/>, SIGKILL; returns when the container has ended.</summary>
    Task StopContainerAsync(string containerId, long timeoutSeconds, CancellationToken cancellationToken);

    /// <summary>Removes a container, by force if it runs; no error when it is gone.</summary>
    Task RemoveContainerAsync(string containerId, CancellationToken cancellationToken);

    /// <summary>The containers that match <paramref name="filter"/>.</summary>
    Task<IReadOnlyList<Container>> ListContainersAsync(ContainerFilter? filter, CancellationToken cancellationToken);

    /// <summary>State, exit code, times and mounts of a container.</summary>
    Task<ContainerStatusResponse> ContainerStatusAsync(string containerId, bool verbose, CancellationToken cancellationToken);

    /// <summary>Changes the resources of a running container.</summary>
    Task UpdateContainerResourcesAsync(UpdateContainerResourcesRequest request, CancellationToken cancellationToken);

    /// <summary>Makes the runtime open the container's log file anew after it was rotated.</summary>
    Task ReopenContainerLogAsync(string containerId, CancellationToken cancellationToken);

    /// <summary>Runs a command in a container to its end; a timeout in seconds, 0 for none, ends as DeadlineExceeded.</summary>
    Task<ExecSyncResponse> ExecSyncAsync(string containerId, IReadOnlyList<string> command, long timeoutSeconds, CancellationToken cancellationToken);

    /// <summary>Prepares a streaming exec and returns the address that serves it.</summary>
    Task<Uri> ExecAsync(ExecRequest request, CancellationToken cancellationToken);

    /// <summary>Prepares a streaming attach and returns the address that serves it.</summary>
    Task<Uri> AttachAsync(AttachRequest request, CancellationToken cancellationToken);

    /// <summary>Prepares port forwarding into a sandbox and returns the address that serves it.</summary>
    Task<Uri> PortForwardAsync(PortForwardRequest request, CancellationToken cancellationToken);

    /// <summary>Usage of the containers that match <paramref name="filter"/>.</summary>
    Task<IReadOnlyList<ContainerStats>> ListContainerStatsAsync(ContainerStatsFilter? filter, CancellationToken cancellationToken);

    /// <summary>Usage of the sandboxes that match <paramref name="filter"/>.</summary>
    Task<IReadOnlyList<PodSandboxStats>> ListPodSandboxStatsAsync(PodSandboxStatsFilter? filter, CancellationToken cancellationToken);

    /// <summary>Writes a checkpoint of a running container to a file.</summary>
    Task CheckpointContainerAsync(CheckpointContainerRequest request, CancellationToken cancellationToken);

    /// <summary>What happens to containers from now on; Unimplemented in older runtimes.</summary>
    IAsyncEnumerable<ContainerEventResponse> ContainerEventsAsync(CancellationToken cancellationToken);
}
