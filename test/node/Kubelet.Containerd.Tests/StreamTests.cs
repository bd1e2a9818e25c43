using System.Net.Security;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client.Streams;
using Cybernetes.Client.Streams.Spdy;

namespace Cybernetes.Kubelet.Containerd.Tests;

public sealed class StreamTests(ContainerdFixture containerd)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<SpdyConnection> DialAsync(NodeUnderTest node, string path, string protocol)
    {
        var tls = new SslClientAuthenticationOptions { TargetHost = "localhost", RemoteCertificateValidationCallback = (_, _, _, _) => true };
        var answer = await UpgradeDialer.DialAsync(HttpMethod.Post, new Uri($"https://127.0.0.1:{node.Port}{path}"), UpgradeDialer.SpdyHeaders(protocol), tls, Ct);
        Assert.True(answer.IsUpgraded, answer.IsUpgraded ? "" : Encoding.UTF8.GetString(await answer.ReadBodyAsync(10000, Ct)));
        Assert.Equal(protocol, answer.Header(StreamProtocols.VersionHeader));
        return SpdyConnection.Start(answer.Stream, isServer: false);
    }

    private static async Task<string> TextAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Ct);
        return Encoding.UTF8.GetString(all.ToArray());
    }

    [Fact]
    public async Task ExecGoesThroughTheKubeletAndTellsTheExitCode()
    {
        var node = await containerd.NodeAsync();
        node.Create(TestPods.Run("exec", TestPods.Server));
        await node.UntilReadyAsync("exec");

        await using var spdy = await DialAsync(node, "/exec/default/exec/main?command=sh&command=-c&command=echo%20out%3B%20exit%205&output=1&error=1", StreamProtocols.RemoteCommandV4);
        var error = await spdy.OpenAsync([new("streamType", "error")], Ct);
        var stdout = await spdy.OpenAsync([new("streamType", "stdout")], Ct);
        var stderr = await spdy.OpenAsync([new("streamType", "stderr")], Ct);

        Assert.Equal("out\n", await TextAsync(stdout));
        Assert.Contains("\"message\":\"5\"", await TextAsync(error), StringComparison.Ordinal);
        Assert.Empty(await TextAsync(stderr));
    }

    [Fact]
    public async Task AttachWithATerminalEchoesAndIsResized()
    {
        var node = await containerd.NodeAsync();
        var pod = TestPods.Run("attach", "read line; echo got $line; stty size");
        node.Create(pod with { Spec = pod.Spec with { Containers = [pod.Spec.Containers[0] with { Stdin = true, Tty = true }] } });
        await node.UntilPhaseAsync("attach", "Running");

        await using var spdy = await DialAsync(node, "/attach/default/attach/main?input=1&output=1&tty=1", StreamProtocols.RemoteCommandV4);
        var error = await spdy.OpenAsync([new("streamType", "error")], Ct);
        var stdin = await spdy.OpenAsync([new("streamType", "stdin")], Ct);
        var stdout = await spdy.OpenAsync([new("streamType", "stdout")], Ct);
        var resize = await spdy.OpenAsync([new("streamType", "resize")], Ct);
        await resize.WriteAsync("{\"Width\":91,\"Height\":17}\n"u8.ToArray(), Ct);
        await Task.Delay(300, Ct);
        await stdin.WriteAsync("hello\n"u8.ToArray(), Ct);

        var output = await TextAsync(stdout);
        Assert.Contains("got hello", output, StringComparison.Ordinal);
        Assert.Contains("17 91", output, StringComparison.Ordinal);
        await TextAsync(error);
    }

    [Fact]
    public async Task APortIsForwardedIntoThePod()
    {
        var node = await containerd.NodeAsync();
        node.Create(TestPods.Run("forward", "while true; do echo served | nc -l -p 9000; done"));
        await node.UntilReadyAsync("forward");

        await using var session = new PortForwardSession(await DialAsync(node, "/portForward/default/forward", StreamProtocols.PortForwardV1));
        var (data, _) = await session.OpenAsync(9000, Ct);

        var buffer = new byte[7];
        await data.ReadExactlyAsync(buffer, Ct);
        Assert.Equal("served\n", Encoding.UTF8.GetString(buffer));
    }

    [Fact]
    public async Task LogsAreCutTailedAndFollowed()
    {
        var node = await containerd.NodeAsync();
        await node.RunAsync(TestPods.Run("logs", "for i in 1 2 3 4; do echo line $i; done"));

        Assert.Equal("line 3\nline 4\n", await node.LogsAsync("logs", query: "?tailLines=2"));
        Assert.Equal("line", await node.LogsAsync("logs", query: "?limitBytes=4"));
        Assert.Matches(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z line 4\n\z", await node.LogsAsync("logs", query: "?tailLines=1&timestamps=true"));
        node.Create(TestPods.Run("follow", "for i in 1 2 3; do echo $i; sleep 0.3; done"));
        await node.UntilAsync("follow", p => p.Status.ContainerStatuses.Any(s => s.State.Running is not null || s.State.Terminated is not null));
        Assert.Equal("1\n2\n3\n", await node.LogsAsync("follow", query: "?follow=true"));
    }

    [Fact]
    public async Task ThePagesOfTheNodeAreServed()
    {
        var node = await containerd.NodeAsync();
        node.Create(TestPods.Run("seen", TestPods.Server));
        await node.UntilReadyAsync("seen");
        var root = $"https://127.0.0.1:{node.Port}";

        Assert.Equal("ok", await node.Http.GetStringAsync(root + "/healthz", Ct));
        Assert.Contains("\"name\":\"seen\"", await node.Http.GetStringAsync(root + "/pods", Ct), StringComparison.Ordinal);
        Assert.Contains("\"kubeletconfig\"", await node.Http.GetStringAsync(root + "/configz", Ct), StringComparison.Ordinal);
        Assert.Contains("\"podRef\":{\"name\":\"seen\"", await node.Http.GetStringAsync(root + "/stats/summary", Ct), StringComparison.Ordinal);
        Assert.Contains("container_memory_working_set_bytes{container=\"main\",namespace=\"default\",pod=\"seen\"}", await node.Http.GetStringAsync(root + "/metrics/resource", Ct), StringComparison.Ordinal);
        Assert.Contains("seen", await node.Http.GetStringAsync(root + "/runningpods/", Ct), StringComparison.Ordinal);
    }
}
