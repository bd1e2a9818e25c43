using System.Net.WebSockets;
using Cybernetes.Client.Streams.Spdy;

namespace Cybernetes.Client.Streams;

/// <summary>
/// Carries an exec or attach session between a client's WebSocket (v5, or v4) and a SPDY v4 backend: what the API server does for clients
/// that no longer speak SPDY (KEP-4006). The Status the backend writes to its error stream reaches the client as it is.
/// </summary>
public static class RemoteCommandTranslator
{
    /// <summary>
    /// Runs a session to its end: <paramref name="client"/> is the accepted socket, <paramref name="backend"/> the connection as upgraded to
    /// SPDY with <see cref="StreamProtocols.RemoteCommandV4"/>. Takes over and closes both.
    /// </summary>
    public static async Task RunAsync(WebSocket client, Stream backend, RemoteCommandOptions options, CancellationToken cancellationToken)
    {
        await using var socket = ChannelSocket.Start(client);
        await using var spdy = SpdyConnection.Start(backend, isServer: false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> outputs = [];
        List<Task> inputs = [];
        try
        {
            var error = await OpenAsync("error").ConfigureAwait(false);
            outputs.Add(BytePump.CopyAsync(error, socket[ChannelSocket.Error], stop.Token));
            if (options.Stdin)
            {
                var stdin = await OpenAsync("stdin").ConfigureAwait(false);
                inputs.Add(CopyInputAsync(socket[ChannelSocket.Stdin], stdin, stop.Token));
            }

            if (options.Stdout)
            {
                outputs.Add(BytePump.CopyAsync(await OpenAsync("stdout").ConfigureAwait(false), socket[ChannelSocket.Stdout], stop.Token));
            }

            if (options.HasStderr)
            {
                outputs.Add(BytePump.CopyAsync(await OpenAsync("stderr").ConfigureAwait(false), socket[ChannelSocket.Stderr], stop.Token));
            }

            if (options.Tty)
            {
                inputs.Add(CopyInputAsync(socket[ChannelSocket.Resize], await OpenAsync("resize").ConfigureAwait(false), stop.Token));
            }

            await Task.WhenAny(Task.WhenAll(outputs), socket.Completion).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The backend hung up while the session was being set up; closing the socket tells the client.
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll([.. outputs, .. inputs]).ConfigureAwait(false);
        }

        ValueTask<SpdyStream> OpenAsync(string type) => spdy.OpenAsync([new(StreamProtocols.StreamType, type)], stop.Token);
    }

    private static async Task CopyInputAsync(SocketChannel from, SpdyStream to, CancellationToken cancellationToken)
    {
        if (await BytePump.CopyAsync(from, to, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await to.CloseWriteAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The session is over anyway.
            }
        }
    }
}
