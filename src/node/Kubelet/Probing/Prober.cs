using System.Net.Sockets;
using Cybernetes.Api.CoreV1;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Envs;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Probing;

/// <summary>Runs one attempt of a probe. Thread-safe.</summary>
internal sealed class Prober(IRuntimeService runtime)
{
    private const int MaxOutput = 10 * 1024;

    public async Task<ProbeAnswer> ProbeAsync(Pod pod, Container container, string containerId, Probe probe, string podIp, CancellationToken cancellationToken)
    {
        var timeout = TimeSpan.FromSeconds(Math.Max(1, probe.TimeoutSeconds));
        switch (probe.Handler)
        {
            case { Exec: { } exec }:
                return await ExecAsync(containerId, [.. exec.Command.Select(w => ExpandSimple(w, container))], timeout, cancellationToken).ConfigureAwait(false);
            case { HttpGet: { } get }:
                return await HttpProbe.RunAsync(get, HookRunner.ResolvePort(get.Port, container), get.Host.Length > 0 ? get.Host : podIp, timeout, cancellationToken).ConfigureAwait(false);
            case { TcpSocket: { } tcp }:
                return await TcpAsync(tcp.Host.Length > 0 ? tcp.Host : podIp, HookRunner.ResolvePort(tcp.Port, container), timeout, cancellationToken).ConfigureAwait(false);
            case { Grpc: { } grpc }:
                return await GrpcProbe.RunAsync(podIp, grpc.Port, grpc.Service ?? "", timeout, cancellationToken).ConfigureAwait(false);
            default:
                return new(ProbeVerdict.Unknown, $"missing probe handler for {pod.Display}:{container.Name}");
        }
    }

    private static string ExpandSimple(string word, Container container) =>
        Expansion.Expand(word, name => container.Env.FirstOrDefault(e => e.Name == name && e.ValueFrom is null)?.Value);

    private async Task<ProbeAnswer> ExecAsync(string containerId, string[] command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await runtime.ExecSyncAsync(containerId, command, (long)timeout.TotalSeconds, cancellationToken).ConfigureAwait(false);
            var output = answer.Stdout.ToStringUtf8() + answer.Stderr.ToStringUtf8();
            output = output.Length > MaxOutput ? output[..MaxOutput] : output;
            return new(answer.ExitCode == 0 ? ProbeVerdict.Success : ProbeVerdict.Failure, output);
        }
        catch (CriException e) when (e.IsDeadlineExceeded)
        {
            return new(ProbeVerdict.Failure, $"command timed out: \"{string.Join(' ', command)}\" timed out after {Base.GoDuration.Format(timeout)}");
        }
        catch (CriException e)
        {
            return new(ProbeVerdict.Unknown, e.Message);
        }
    }

    private static async Task<ProbeAnswer> TcpAsync(string host, int port, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var address = host.Contains(':') ? $"[{host}]:{port}" : $"{host}:{port}";
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new(true, 1) };
        try
        {
            await socket.ConnectAsync(host, port, deadline.Token).ConfigureAwait(false);
            return new(ProbeVerdict.Success, "");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(ProbeVerdict.Failure, $"dial tcp {address}: i/o timeout");
        }
        catch (SocketException e)
        {
            return new(ProbeVerdict.Failure, $"dial tcp {address}: {DialError.Text(e)}");
        }
    }
}
