using Cybernetes.Cri.Logs;
using Cybernetes.Cri.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Cybernetes.Cri.Fake;

public sealed partial class FakeRuntime
{
    /// <inheritdoc/>
    public async Task<string> CreateContainerAsync(
        string sandboxId, ContainerConfig config, PodSandboxConfig sandboxConfig, CancellationToken cancellationToken)
    {
        await Before("CreateContainer").ConfigureAwait(false);
        lock (_lock)
        {
            var sandbox = FindSandbox(sandboxId);
            if (sandbox.State != PodSandboxState.SandboxReady)
            {
                throw new CriException(StatusCode.Unknown, $"sandbox container \"{sandboxId}\" is not running");
            }

            var image = FindImage(config.Image.Image)
                ?? throw new CriException(StatusCode.NotFound, $"failed to get image from containerd \"{config.Image.Image}\": image \"{config.Image.Image}\": not found");
            if (_containers.Values.FirstOrDefault(c => c.Sandbox == sandbox && c.Config.Metadata.Equals(config.Metadata)) is { } holder)
            {
                throw new CriException(StatusCode.Unknown, $"failed to reserve container name: name is reserved for \"{holder.Id}\"");
            }

            var container = new FakeContainer(NewId(), sandbox, config.Clone(), image, Now());
            _containers[container.Id] = container;
            Publish(container, ContainerEventType.ContainerCreatedEvent);
            return container.Id;
        }
    }

    /// <inheritdoc/>
    public async Task StartContainerAsync(string containerId, CancellationToken cancellationToken)
    {
        await Before("StartContainer").ConfigureAwait(false);
        FakeContainer container;
        lock (_lock)
        {
            container = FindContainer(containerId);
            if (container.State != ContainerState.ContainerCreated)
            {
                throw new CriException(StatusCode.Unknown, $"container is in {container.State} state");
            }

            container.State = ContainerState.ContainerRunning;
            container.StartedAt = Now();
            Publish(container, ContainerEventType.ContainerStartedEvent);
        }

        _ = Task.Run(() => RunProgramAsync(container), CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task StopContainerAsync(string containerId, long timeoutSeconds, CancellationToken cancellationToken)
    {
        await Before("StopContainer").ConfigureAwait(false);
        FakeContainer? container;
        lock (_lock)
        {
            if (!_containers.TryGetValue(containerId, out container) || container.State != ContainerState.ContainerRunning)
            {
                return;
            }
        }

        if (timeoutSeconds > 0)
        {
            await container.Terminate.CancelAsync().ConfigureAwait(false);
            await Task.WhenAny(container.Exited.Task, Task.Delay(TimeSpan.FromSeconds(timeoutSeconds), time, cancellationToken)).ConfigureAwait(false);
        }

        await container.Kill.CancelAsync().ConfigureAwait(false);
        await container.Exited.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task RemoveContainerAsync(string containerId, CancellationToken cancellationToken)
    {
        await Before("RemoveContainer").ConfigureAwait(false);
        await StopContainerAsync(containerId, 0, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            if (_containers.Remove(containerId, out var container))
            {
                Publish(container, ContainerEventType.ContainerDeletedEvent);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Container>> ListContainersAsync(ContainerFilter? filter, CancellationToken cancellationToken)
    {
        await Before("ListContainers").ConfigureAwait(false);
        lock (_lock)
        {
            return
            [
                .. _containers.Values
                    .Where(c => filter is null || ((filter.Id.Length == 0 || c.Id == filter.Id) && (filter.PodSandboxId.Length == 0 || c.Sandbox.Id == filter.PodSandboxId)
                        && (filter.State is null || c.State == filter.State.State) && Matches(filter.LabelSelector, c.Config.Labels)))
                    .Select(c => new Container
                    {
                        Id = c.Id, PodSandboxId = c.Sandbox.Id, Metadata = c.Config.Metadata, Image = c.Config.Image, ImageRef = c.Image.Id, ImageId = c.Image.Id,
                        State = c.State, CreatedAt = c.CreatedAt, Labels = { c.Config.Labels }, Annotations = { c.Config.Annotations },
                    }),
            ];
        }
    }

    /// <inheritdoc/>
    public async Task<ContainerStatusResponse> ContainerStatusAsync(string containerId, bool verbose, CancellationToken cancellationToken)
    {
        await Before("ContainerStatus").ConfigureAwait(false);
        lock (_lock)
        {
            var c = FindContainer(containerId);
            return new()
            {
                Status = new()
                {
                    Id = c.Id, Metadata = c.Config.Metadata, State = c.State, CreatedAt = c.CreatedAt, StartedAt = c.StartedAt, FinishedAt = c.FinishedAt,
                    ExitCode = c.ExitCode, Reason = c.Reason, Image = new() { Image = c.Config.Image.UserSpecifiedImage.Length > 0 ? c.Config.Image.UserSpecifiedImage : c.Config.Image.Image },
                    ImageRef = c.Image.RepoDigests.FirstOrDefault() ?? c.Image.Id, ImageId = c.Image.Id, LogPath = c.LogPath,
                    Labels = { c.Config.Labels }, Annotations = { c.Config.Annotations }, Mounts = { c.Config.Mounts },
                    Resources = c.Resources is null ? null : new() { Linux = c.Resources },
                },
            };
        }
    }

    /// <inheritdoc/>
    public async Task UpdateContainerResourcesAsync(UpdateContainerResourcesRequest request, CancellationToken cancellationToken)
    {
        await Before("UpdateContainerResources").ConfigureAwait(false);
        lock (_lock)
        {
            FindContainer(request.ContainerId).Resources = request.Linux;
        }
    }

    /// <inheritdoc/>
    public Task ReopenContainerLogAsync(string containerId, CancellationToken cancellationToken) => Before("ReopenContainerLog");

    /// <inheritdoc/>
    public async Task<ExecSyncResponse> ExecSyncAsync(string containerId, IReadOnlyList<string> command, long timeoutSeconds, CancellationToken cancellationToken)
    {
        await Before("ExecSync").ConfigureAwait(false);
        FakeContainer container;
        lock (_lock)
        {
            container = FindContainer(containerId);
            if (container.State != ContainerState.ContainerRunning)
            {
                throw new CriException(StatusCode.Unknown, "failed to exec in container: container is not running");
            }
        }

        var work = OnExec(Process(container), command);
        try
        {
            var (exitCode, output) = await work.WaitAsync(timeoutSeconds > 0 ? TimeSpan.FromSeconds(timeoutSeconds) : Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
            return new() { ExitCode = exitCode, Stdout = ByteString.CopyFromUtf8(output) };
        }
        catch (TimeoutException)
        {
            throw new CriException(StatusCode.DeadlineExceeded, $"failed to exec in container: timeout {timeoutSeconds}s exceeded: context deadline exceeded");
        }
    }

    /// <inheritdoc/>
    public Task<Uri> ExecAsync(ExecRequest request, CancellationToken cancellationToken) => throw NoStreaming();

    /// <inheritdoc/>
    public Task<Uri> AttachAsync(AttachRequest request, CancellationToken cancellationToken) => throw NoStreaming();

    /// <inheritdoc/>
    public Task<Uri> PortForwardAsync(PortForwardRequest request, CancellationToken cancellationToken) => throw NoStreaming();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ContainerStats>> ListContainerStatsAsync(ContainerStatsFilter? filter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = Now();
            return Task.FromResult<IReadOnlyList<ContainerStats>>(
            [
                .. _containers.Values.Where(c => c.State == ContainerState.ContainerRunning).Select(c => new ContainerStats
                {
                    Attributes = new() { Id = c.Id, Metadata = c.Config.Metadata, Labels = { c.Config.Labels }, Annotations = { c.Config.Annotations } },
                    Cpu = new() { Timestamp = now, UsageCoreNanoSeconds = new() { Value = (ulong)(now - c.StartedAt) / 100 } },
                    Memory = new() { Timestamp = now, WorkingSetBytes = new() { Value = 1 << 20 } },
                    WritableLayer = new() { Timestamp = now, UsedBytes = new() { Value = 4096 }, InodesUsed = new() { Value = 1 } },
                }),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PodSandboxStats>> ListPodSandboxStatsAsync(PodSandboxStatsFilter? filter, CancellationToken cancellationToken) =>
        throw new CriException(StatusCode.Unimplemented, "unknown method ListPodSandboxStats");

    /// <inheritdoc/>
    public Task CheckpointContainerAsync(CheckpointContainerRequest request, CancellationToken cancellationToken) =>
        throw new CriException(StatusCode.Unimplemented, "unknown method CheckpointContainer");

    /// <summary>Ends the running container of that name as the kernel's OOM killer would.</summary>
    public void OutOfMemory(string containerName)
    {
        FakeContainer container;
        lock (_lock)
        {
            container = _containers.Values.First(c => c.Config.Metadata.Name == containerName && c.State == ContainerState.ContainerRunning);
            container.Reason = "OOMKilled";
        }

        container.Kill.Cancel();
    }

    private static CriException NoStreaming() => new(StatusCode.Unimplemented, "the fake runtime has no streaming server");

    private async Task RunProgramAsync(FakeContainer container)
    {
        var name = container.Config.Image.UserSpecifiedImage is { Length: > 0 } given ? given : container.Config.Image.Image;
        var process = Process(container);
        var program = Programs.TryGetValue(name, out var scripted) ? scripted(process) : process.WaitForStopAsync();
        var killed = new TaskCompletionSource();
        await using var registration = container.Kill.Token.Register(() => killed.TrySetResult()).ConfigureAwait(false);
        var exitCode = await Task.WhenAny(program, killed.Task).ConfigureAwait(false) == program
            ? program.IsCompletedSuccessfully ? program.Result : 1
            : 137;
        lock (_lock)
        {
            container.State = ContainerState.ContainerExited;
            container.ExitCode = exitCode;
            container.FinishedAt = Now();
            if (container.Reason.Length == 0)
            {
                container.Reason = exitCode == 0 ? "Completed" : "Error";
            }

            Publish(container, ContainerEventType.ContainerStoppedEvent);
        }

        container.Exited.TrySetResult();
    }

    private FakeProcess Process(FakeContainer container) =>
        new(container.Id, container.Config, (isStderr, line) => WriteLog(container, isStderr, line), container.Terminate.Token, container.Kill.Token);

    private void WriteLog(FakeContainer container, bool isStderr, string line)
    {
        if (container.LogPath.Length == 0)
        {
            return;
        }

        lock (container.LogLock)
        {
            using var file = new FileStream(container.LogPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            file.Write(CriLogLine.Encode(time.GetUtcNow(), isStderr, false, System.Text.Encoding.UTF8.GetBytes(line)));
        }
    }
}
