using System.Text;
using Cybernetes.Client.Streams;
using Cybernetes.Client.Streams.Spdy;
using Cybernetes.Cri.Images;
using Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Containerd.Tests;

public sealed class ContainerdTests(ContainerdFixture containerd)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheOwnPauseImageHoldsASandboxWithAnAddress()
    {
        var runtime = containerd.Channel.Runtime;
        var id = await runtime.RunPodSandboxAsync(Sandbox("pause"), "", Ct);
        var status = (await runtime.PodSandboxStatusAsync(id, false, Ct)).Status;

        Assert.Equal(PodSandboxState.SandboxReady, status.State);
        Assert.StartsWith("10.222.", status.Network.Ip, StringComparison.Ordinal);
        Assert.Contains(await containerd.Channel.Images.ListImagesAsync(Ct), i => i.RepoTags.Contains(PauseImage.Name));

        await runtime.StopPodSandboxAsync(id, Ct);
        await runtime.RemovePodSandboxAsync(id, Ct);
    }

    [Fact]
    public async Task AnExecSessionOverSpdyCarriesInputOutputAndTheExitCode()
    {
        var runtime = containerd.Channel.Runtime;
        var sandbox = Sandbox("exec");
        var id = await runtime.RunPodSandboxAsync(sandbox, "", Ct);
        var config = new ContainerConfig
        {
            Metadata = new() { Name = "main" }, Image = new() { Image = ContainerdFixture.Busybox }, Command = { "sleep", "1000" }, Linux = new(), LogPath = "main.log",
        };
        var container = await runtime.CreateContainerAsync(id, config, sandbox, Ct);
        await runtime.StartContainerAsync(container, Ct);

        var uri = await runtime.ExecAsync(new() { ContainerId = container, Cmd = { "sh", "-c", "cat; echo oops >&2; exit 3" }, Stdin = true, Stdout = true, Stderr = true }, Ct);
        var answer = await UpgradeDialer.DialAsync(HttpMethod.Post, uri, UpgradeDialer.SpdyHeaders(StreamProtocols.RemoteCommandV4), null, Ct);
        Assert.True(answer.IsUpgraded);
        await using var spdy = SpdyConnection.Start(answer.Stream, isServer: false);
        var error = await OpenAsync("error");
        var stdin = await OpenAsync("stdin");
        var stdout = await OpenAsync("stdout");
        var stderr = await OpenAsync("stderr");
        await stdin.WriteAsync("hello"u8.ToArray(), Ct);
        await stdin.CloseWriteAsync(Ct);

        Assert.Equal("hello", await TextAsync(stdout));
        Assert.Equal("oops\n", await TextAsync(stderr));
        Assert.Contains("\"reason\":\"ExitCode\",\"message\":\"3\"", await TextAsync(error), StringComparison.Ordinal);
        await runtime.StopPodSandboxAsync(id, Ct);
        await runtime.RemovePodSandboxAsync(id, Ct);

        ValueTask<SpdyStream> OpenAsync(string type) => spdy.OpenAsync([new(StreamProtocols.StreamType, type)], Ct);
    }

    private PodSandboxConfig Sandbox(string name)
    {
        var logs = Path.Combine(containerd.Directory, "logs", name);
        Directory.CreateDirectory(logs);
        return new()
        {
            Metadata = new() { Name = name, Namespace = "default", Uid = Guid.NewGuid().ToString() },
            Hostname = name,
            LogDirectory = logs,
            Linux = new() { SecurityContext = new() { NamespaceOptions = new() { Pid = NamespaceMode.Container } } },
        };
    }

    private static async Task<string> TextAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Ct);
        return Encoding.UTF8.GetString(all.ToArray());
    }
}
