using System.Globalization;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Client.Streams;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Exec;

/// <summary>One command in a container over a WebSocket with channels (v5, KEP-4006): streams in and out, and at the end its exit code.</summary>
internal sealed class RemoteCommand(Session session, ResourceObject pod, string container, IReadOnlyList<string> command, bool stdin, bool tty)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var answer = await session.OpenAsync(Request(), cancellationToken).ConfigureAwait(false);
        if (!answer.IsUpgraded)
        {
            throw KubectlException.Error($"unable to upgrade connection: the server answered {answer.StatusCode}");
        }

        using var socket = WebSocket.CreateFromStream(answer.Stream, new WebSocketCreationOptions { IsServer = false, SubProtocol = StreamProtocols.RemoteCommandV5, KeepAliveInterval = TimeSpan.FromSeconds(5) });
        await using var channels = ChannelSocket.Start(socket);
        var output = CopyAsync(channels[ChannelSocket.Stdout], session.Io.RawOut, session.Io.Out, cancellationToken);
        var errors = tty ? Task.CompletedTask : CopyAsync(channels[ChannelSocket.Stderr], session.Io.RawErr, session.Io.Err, cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var input = stdin ? SendInputAsync(channels[ChannelSocket.Stdin], ended.Token) : Task.CompletedTask;
        using var reader = new StreamReader(channels[ChannelSocket.Error], Encoding.UTF8);
        var status = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(output, errors).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        _ = input.ContinueWith(static _ => { }, TaskScheduler.Default);
        return ExitCode(status.Length == 0 ? Value.Null : Value.ParseJson(status));
    }

    private ApiRequest Request()
    {
        var query = new List<KeyValuePair<string, string>>();
        query.AddRange(command.Select(word => new KeyValuePair<string, string>("command", word)));
        query.Add(new("container", container));
        query.Add(new("stdin", stdin ? "true" : "false"));
        query.Add(new("stdout", "true"));
        query.Add(new("stderr", tty ? "false" : "true"));
        query.Add(new("tty", tty ? "true" : "false"));
        return new ApiRequest("GET", pod.Path("exec"))
        {
            Query = query,
            Headers =
            [
                new("Connection", "Upgrade"),
                new("Upgrade", "websocket"),
                new("Sec-WebSocket-Version", "13"),
                new("Sec-WebSocket-Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(16))),
                new("Sec-WebSocket-Protocol", StreamProtocols.RemoteCommandV5),
            ],
        };
    }

    private async Task SendInputAsync(SocketChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            await session.Io.In.CopyToAsync(channel, cancellationToken).ConfigureAwait(false);
            await channel.CloseWriteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The command has ended and takes no more.
        }
    }

    private static async Task CopyAsync(SocketChannel channel, Stream? raw, TextWriter text, CancellationToken cancellationToken)
    {
        if (raw is not null)
        {
            await channel.CopyToAsync(raw, cancellationToken).ConfigureAwait(false);
            await raw.FlushAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        using var reader = new StreamReader(channel, Encoding.UTF8);
        await text.WriteAsync(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static int ExitCode(Value status)
    {
        if (status.IsNull || status["status"].AsString == "Success")
        {
            return 0;
        }

        var code = status.At("details", "causes").Items.FirstOrDefault(cause => cause["reason"].AsString == "ExitCode")["message"].AsString;
        return int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? throw new KubectlException($"command terminated with exit code {number}", number)
            : throw KubectlException.Error(status["message"].AsString ?? "the command failed");
    }
}
