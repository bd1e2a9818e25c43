using Cybernetes.Cri.V1;

namespace Cybernetes.Cri.Fake;

/// <summary>A sandbox of <see cref="FakeRuntime"/>; its fields change under the runtime's lock.</summary>
internal sealed class FakeSandbox(string id, PodSandboxConfig config, string runtimeHandler, long createdAt, string ip)
{
    public string Id { get; } = id;

    public PodSandboxConfig Config { get; } = config;

    public string RuntimeHandler { get; } = runtimeHandler;

    public long CreatedAt { get; } = createdAt;

    public string Ip { get; } = ip;

    public PodSandboxState State { get; set; } = PodSandboxState.SandboxReady;
}
