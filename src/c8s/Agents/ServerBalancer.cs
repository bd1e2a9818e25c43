using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Agents;

/// <summary>
/// One address for several servers: connections to a port of loopback go to the server that answered last; when it does not answer, to the next. TLS is
/// the client's and the server's own affair. Runs until cancelled.
/// </summary>
internal sealed class ServerBalancer(IReadOnlyList<Uri> servers, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _last;

    /// <summary>Where clients connect; known once <see cref="Open"/> was called.</summary>
    public Uri Address { get; private set; } = servers[0];

    /// <summary>Begins to listen.</summary>
    public void Open()
    {
        _listener.Start();
        Address = new UriBuilder("https", "127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port).Uri;
    }

    /// <summary>Serves until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var client = await _listener.AcceptSocketAsync(cancellationToken);
            _ = ServeAsync(client, cancellationToken);
        }
    }

    private async Task ServeAsync(Socket client, CancellationToken cancellationToken)
    {
        using (client)
        {
            if (await ConnectAsync(cancellationToken) is not { } server)
            {
                return;
            }

            using (server)
            {
                using var from = new NetworkStream(client);
                using var to = new NetworkStream(server);
                using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                await Task.WhenAny(CopyAsync(from, to, server, end.Token), CopyAsync(to, from, client, end.Token));
                await end.CancelAsync();
            }
        }
    }

    private async Task<Socket?> ConnectAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < servers.Count; i++)
        {
            var at = (Volatile.Read(ref _last) + i) % servers.Count;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            try
            {
                await socket.ConnectAsync(servers[at].Host, servers[at].Port, limit.Token);
                if (Interlocked.Exchange(ref _last, at) != at)
                {
                    AgentLog.OtherServer(logger, servers[at]);
                }

                return socket;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                socket.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return null;
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, Socket target, CancellationToken cancellationToken)
    {
        try
        {
            await from.CopyToAsync(to, cancellationToken);
            target.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection is over; its client makes another.
        }
    }
}
