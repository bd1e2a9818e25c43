using System.Runtime.CompilerServices;
using Cybernetes.Cri.V1;
using Grpc.Core;

namespace Cybernetes.Cri.Grpc;

/// <summary><see cref="IRuntimeService"/> over gRPC.</summary>
internal sealed class GrpcRuntimeService(RuntimeService.RuntimeServiceClient client, TimeSpan timeout) : IRuntimeService
{
    public Task<VersionResponse> VersionAsync(CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.VersionAsync(new() { Version = "v1" }, Options(cancellationToken)), cancellationToken);

    public Task<StatusResponse> StatusAsync(bool verbose, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.StatusAsync(new() { Verbose = verbose }, Options(cancellationToken)), cancellationToken);

    public Task<RuntimeConfigResponse> RuntimeConfigAsync(CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.RuntimeConfigAsync(new(), Options(cancellationToken)), cancellationToken);

    public Task UpdateRuntimeConfigAsync(RuntimeConfig config, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.UpdateRuntimeConfigAsync(new() { RuntimeConfig = config }, Options(cancellationToken)), cancellationToken);

    public async Task<string> RunPodSandboxAsync(PodSandboxConfig config, string runtimeHandler, CancellationToken cancellationToken)
    {
        // Twice the usual time: the sandbox image may have to be pulled first.
        var request = new RunPodSandboxRequest { Config = config, RuntimeHandler = runtimeHandler };
        var call = client.RunPodSandboxAsync(request, CriCall.Options(2 * timeout, cancellationToken));
        return (await CriCall.RunAsync(call, cancellationToken).ConfigureAwait(false)).PodSandboxId;
    }

    public Task StopPodSandboxAsync(string sandboxId, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.StopPodSandboxAsync(new() { PodSandboxId = sandboxId }, Options(cancellationToken)), cancellationToken);

    public Task RemovePodSandboxAsync(string sandboxId, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.RemovePodSandboxAsync(new() { PodSandboxId = sandboxId }, Options(cancellationToken)), cancellationToken);

    public Task<PodSandboxStatusResponse> PodSandboxStatusAsync(string sandboxId, bool verbose, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.PodSandboxStatusAsync(new() { PodSandboxId = sandboxId, Verbose = verbose }, Options(cancellationToken)), cancellationToken);

    public async Task<IReadOnlyList<PodSandbox>> ListPodSandboxesAsync(PodSandboxFilter? filter, CancellationToken cancellationToken)
    {
        var call = client.ListPodSandboxAsync(new() { Filter = filter }, Options(cancellationToken));
        return (await CriCall.RunAsync(call, cancellationToken).ConfigureAwait(false)).Items;
    }

    public async Task<string> CreateContainerAsync(
        string sandboxId, ContainerConfig config, PodSandboxConfig sandboxConfig, CancellationToken cancellationToken)
    {
        var request = new CreateContainerRequest { PodSandboxId = sandboxId, Config = config, SandboxConfig = sandboxConfig };
        return (await CriCall.RunAsync(client.CreateContainerAsync(request, Options(cancellationToken)), cancellationToken).ConfigureAwait(false)).ContainerId;
    }

    public Task StartContainerAsync(string containerId, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.StartContainerAsync(new() { ContainerId = containerId }, Options(cancellationToken)), cancellationToken);

    public Task StopContainerAsync(string containerId, long timeoutSeconds, CancellationToken cancellationToken)
    {
        var request = new StopContainerRequest { ContainerId = containerId, Timeout = timeoutSeconds };
        var call = client.StopContainerAsync(request, CriCall.Options(timeout + TimeSpan.FromSeconds(timeoutSeconds), cancellationToken));
        return CriCall.RunAsync(call, cancellationToken);
    }

    public Task RemoveContainerAsync(string containerId, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.RemoveContainerAsync(new() { ContainerId = containerId }, Options(cancellationToken)), cancellationToken);

    public async Task<IReadOnlyList<Container>> ListContainersAsync(ContainerFilter? filter, CancellationToken cancellationToken)
    {
        var call = client.ListContainersAsync(new() { Filter = filter }, Options(cancellationToken));
        return (await CriCall.RunAsync(call, cancellationToken).ConfigureAwait(false)).Containers;
    }

    public Task<ContainerStatusResponse> ContainerStatusAsync(string containerId, bool verbose, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.ContainerStatusAsync(new() { ContainerId = containerId, Verbose = verbose }, Options(cancellationToken)), cancellationToken);

    public Task UpdateContainerResourcesAsync(UpdateContainerResourcesRequest request, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.UpdateContainerResourcesAsync(request, Options(cancellationToken)), cancellationToken);

    public Task ReopenContainerLogAsync(string containerId, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.ReopenContainerLogAsync(new() { ContainerId = containerId }, Options(cancellationToken)), cancellationToken);

    public Task<ExecSyncResponse> ExecSyncAsync(string containerId, IReadOnlyList<string> command, long timeoutSeconds, CancellationToken cancellationToken)
    {
        // The runtime ends the command at its own timeout; ours stands behind it for a runtime that does not.
        var request = new ExecSyncRequest { ContainerId = containerId, Timeout = timeoutSeconds };
        request.Cmd.AddRange(command);
        var limit = timeoutSeconds > 0 ? timeout + TimeSpan.FromSeconds(timeoutSeconds) : Timeout.InfiniteTimeSpan;
        return CriCall.RunAsync(client.ExecSyncAsync(request, CriCall.Options(limit, cancellationToken)), cancellationToken);
    }

    public async Task<Uri> ExecAsync(ExecRequest request, CancellationToken cancellationToken) =>
        new((await CriCall.RunAsync(client.ExecAsync(request, Options(cancellationToken)), cancellationToken).ConfigureAwait(false)).Url);

    public async Task<Uri> AttachAsync(AttachRequest request, CancellationToken cancellationToken) =>
        new((await CriCall.RunAsync(client.AttachAsync(request, Options(cancellationToken)), cancellationToken).ConfigureAwait(false)).Url);

    public async Task<Uri> PortForwardAsync(PortForwardRequest request, CancellationToken cancellationToken) =>
        new((await CriCall.RunAsync(client.PortForwardAsync(request, Options(cancellationToken)), cancellationToken).ConfigureAwait(false)).Url);

    public async Task<IReadOnlyList<ContainerStats>> ListContainerStatsAsync(ContainerStatsFilter? filter, CancellationToken cancellationToken)
    {
        var call = client.ListContainerStatsAsync(new() { Filter = filter }, Options(cancellationToken));
        return (await CriCall.RunAsync(call, cancellationToken).ConfigureAwait(false)).Stats;
    }

    public async Task<IReadOnlyList<PodSandboxStats>> ListPodSandboxStatsAsync(PodSandboxStatsFilter? filter, CancellationToken cancellationToken)
    {
        var call = client.ListPodSandboxStatsAsync(new() { Filter = filter }, Options(cancellationToken));
        return (await CriCall.RunAsync(call, cancellationToken).ConfigureAwait(false)).Stats;
    }

    public Task CheckpointContainerAsync(CheckpointContainerRequest request, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.CheckpointContainerAsync(request, Options(cancellationToken)), cancellationToken);

    public async IAsyncEnumerable<ContainerEventResponse> ContainerEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = client.GetContainerEvents(new GetEventsRequest(), cancellationToken: cancellationToken);
        while (true)
        {
            try
            {
                if (!await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (RpcException e)
            {
                throw CriCall.Translate(e);
            }

            yield return call.ResponseStream.Current;
        }
    }

    private CallOptions Options(CancellationToken cancellationToken) => CriCall.Options(timeout, cancellationToken);
}
