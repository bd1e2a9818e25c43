using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Cybernetes.Cri.Logs;
using Cybernetes.Cri.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Cybernetes.Cri.Fake;

/// <summary>
/// A container runtime in memory with a real one's semantics: sandboxes and containers go through their states, programs run as scripted
/// tasks, signals, grace periods, exit codes, log files and images behave as containerd's do. Programs are chosen by image.
/// Thread-safe; time comes from the given clock.
/// </summary>
public sealed partial class FakeRuntime(TimeProvider time) : IRuntimeService, IImageService
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FakeSandbox> _sandboxes = [];
    private readonly Dictionary<string, FakeContainer> _containers = [];
    private readonly List<Channel<ContainerEventResponse>> _listeners = [];
    private int _nextId;
    private int _nextIp = 1;

    /// <summary>The program of each image: returns the exit code. An image without one waits for its stop signal.</summary>
    public Dictionary<string, Func<FakeProcess, Task<int>>> Programs { get; } = [];

    /// <summary>What a command run in a container by exec does; by default it succeeds without output.</summary>
    public Func<FakeProcess, IReadOnlyList<string>, Task<(int ExitCode, string Output)>> OnExec { get; set; } = (_, _) => Task.FromResult((0, ""));

    /// <summary>Called before every method with its name; may throw <see cref="CriException"/> to make it fail, or delay it.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<VersionResponse> VersionAsync(CancellationToken cancellationToken)
    {
        await Before("Version").ConfigureAwait(false);
        return new() { Version = "0.1.0", RuntimeName = "fake", RuntimeVersion = "1.0.0", RuntimeApiVersion = "v1" };
    }

    /// <inheritdoc/>
    public async Task<StatusResponse> StatusAsync(bool verbose, CancellationToken cancellationToken)
    {
        await Before("Status").ConfigureAwait(false);
        return new()
        {
            Status = new() { Conditions = { new RuntimeCondition { Type = "RuntimeReady", Status = true }, new RuntimeCondition { Type = "NetworkReady", Status = true } } },
            RuntimeHandlers = { new RuntimeHandler { Name = "", Features = new() { RecursiveReadOnlyMounts = true } } },
            Features = new() { SupplementalGroupsPolicy = true },
        };
    }

    /// <inheritdoc/>
    public Task<RuntimeConfigResponse> RuntimeConfigAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new RuntimeConfigResponse { Linux = new() { CgroupDriver = CgroupDriver.Cgroupfs } });

    /// <inheritdoc/>
    public Task UpdateRuntimeConfigAsync(RuntimeConfig config, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<string> RunPodSandboxAsync(PodSandboxConfig config, string runtimeHandler, CancellationToken cancellationToken)
    {
        await Before("RunPodSandbox").ConfigureAwait(false);
        lock (_lock)
        {
            var name = SandboxName(config.Metadata);
            if (_sandboxes.Values.FirstOrDefault(s => SandboxName(s.Config.Metadata) == name) is { } holder)
            {
                throw new CriException(StatusCode.Unknown, $"failed to reserve sandbox name \"{name}\": name \"{name}\" is reserved for \"{holder.Id}\"");
            }

            var onHostNetwork = config.Linux?.SecurityContext?.NamespaceOptions?.Network == NamespaceMode.Node;
            var ip = onHostNetwork ? "" : string.Create(CultureInfo.InvariantCulture, $"10.88.{_nextIp / 256}.{_nextIp++ % 256}");
            var sandbox = new FakeSandbox(NewId(), config.Clone(), runtimeHandler, Now(), ip);
            _sandboxes[sandbox.Id] = sandbox;
            return sandbox.Id;
        }
    }

    /// <inheritdoc/>
    public async Task StopPodSandboxAsync(string sandboxId, CancellationToken cancellationToken)
    {
        await Before("StopPodSandbox").ConfigureAwait(false);
        List<FakeContainer> running;
        lock (_lock)
        {
            running = [.. _containers.Values.Where(c => c.Sandbox.Id == sandboxId && c.State == ContainerState.ContainerRunning)];
        }

        foreach (var container in running)
        {
            await container.Kill.CancelAsync().ConfigureAwait(false);
            await container.Exited.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        lock (_lock)
        {
            if (_sandboxes.TryGetValue(sandboxId, out var sandbox))
            {
                sandbox.State = PodSandboxState.SandboxNotready;
            }
        }
    }

    /// <inheritdoc/>
    public async Task RemovePodSandboxAsync(string sandboxId, CancellationToken cancellationToken)
    {
        await StopPodSandboxAsync(sandboxId, cancellationToken).ConfigureAwait(false);
        await Before("RemovePodSandbox").ConfigureAwait(false);
        lock (_lock)
        {
            _sandboxes.Remove(sandboxId);
            foreach (var container in _containers.Values.Where(c => c.Sandbox.Id == sandboxId).ToList())
            {
                _containers.Remove(container.Id);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<PodSandboxStatusResponse> PodSandboxStatusAsync(string sandboxId, bool verbose, CancellationToken cancellationToken)
    {
        await Before("PodSandboxStatus").ConfigureAwait(false);
        lock (_lock)
        {
            var sandbox = FindSandbox(sandboxId);
            return new()
            {
                Status = new()
                {
                    Id = sandbox.Id,
                    Metadata = sandbox.Config.Metadata,
                    State = sandbox.State,
                    CreatedAt = sandbox.CreatedAt,
                    Network = new() { Ip = sandbox.State == PodSandboxState.SandboxReady ? sandbox.Ip : "" },
                    Linux = new() { Namespaces = new() { Options = sandbox.Config.Linux?.SecurityContext?.NamespaceOptions } },
                    Labels = { sandbox.Config.Labels },
                    Annotations = { sandbox.Config.Annotations },
                    RuntimeHandler = sandbox.RuntimeHandler,
                },
            };
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PodSandbox>> ListPodSandboxesAsync(PodSandboxFilter? filter, CancellationToken cancellationToken)
    {
        await Before("ListPodSandbox").ConfigureAwait(false);
        lock (_lock)
        {
            return
            [
                .. _sandboxes.Values
                    .Where(s => filter is null || ((filter.Id.Length == 0 || s.Id == filter.Id) && (filter.State is null || s.State == filter.State.State) && Matches(filter.LabelSelector, s.Config.Labels)))
                    .Select(s => new PodSandbox
                    {
                        Id = s.Id, Metadata = s.Config.Metadata, State = s.State, CreatedAt = s.CreatedAt, RuntimeHandler = s.RuntimeHandler,
                        Labels = { s.Config.Labels }, Annotations = { s.Config.Annotations },
                    }),
            ];
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ContainerEventResponse> ContainerEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listener = Channel.CreateUnbounded<ContainerEventResponse>();
        lock (_lock)
        {
            _listeners.Add(listener);
        }

        try
        {
            await foreach (var @event in listener.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return @event;
            }
        }
        finally
        {
            lock (_lock)
            {
                _listeners.Remove(listener);
            }
        }
    }

    private static string SandboxName(PodSandboxMetadata m) => $"{m.Name}_{m.Namespace}_{m.Uid}_{m.Attempt.ToString(CultureInfo.InvariantCulture)}";

    private static bool Matches(IEnumerable<KeyValuePair<string, string>> selector, IDictionary<string, string> labels) =>
        selector.All(s => labels.TryGetValue(s.Key, out var value) && value == s.Value);

    private void Publish(FakeContainer container, ContainerEventType type)
    {
        foreach (var listener in _listeners)
        {
            listener.Writer.TryWrite(new() { ContainerId = container.Id, ContainerEventType = type, CreatedAt = Now() });
        }
    }

    private FakeSandbox FindSandbox(string id) => _sandboxes.TryGetValue(id, out var sandbox)
        ? sandbox
        : throw new CriException(StatusCode.NotFound, $"an error occurred when try to find sandbox: not found");

    private FakeContainer FindContainer(string id) => _containers.TryGetValue(id, out var container)
        ? container
        : throw new CriException(StatusCode.NotFound, $"an error occurred when try to find container \"{id}\": not found");

    private string NewId() => (++_nextId).ToString("x64", CultureInfo.InvariantCulture);

    private long Now() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
}
