using Cybernetes.Cri.V1;

namespace Cybernetes.Cri.Fake;

/// <summary>A container of <see cref="FakeRuntime"/>; its fields change under the runtime's lock.</summary>
internal sealed class FakeContainer(string id, FakeSandbox sandbox, ContainerConfig config, Image image, long createdAt)
{
    public string Id { get; } = id;

    public FakeSandbox Sandbox { get; } = sandbox;

    public ContainerConfig Config { get; } = config;

    public Image Image { get; } = image;

    public long CreatedAt { get; } = createdAt;

    public ContainerState State { get; set; } = ContainerState.ContainerCreated;

    public long StartedAt { get; set; }

    public long FinishedAt { get; set; }

    public int ExitCode { get; set; }

    public string Reason { get; set; } = "";

    public LinuxContainerResources? Resources { get; set; } = config.Linux?.Resources;

    public CancellationTokenSource Terminate { get; } = new();

    public CancellationTokenSource Kill { get; } = new();

    public TaskCompletionSource Exited { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Lock LogLock { get; } = new();

    public string LogPath => Sandbox.Config.LogDirectory.Length == 0 || Config.LogPath.Length == 0
        ? ""
        : Path.Combine(Sandbox.Config.LogDirectory, Config.LogPath);
}
