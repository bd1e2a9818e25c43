using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Cybernetes.Dns.Server;

/// <summary>Answers over TCP (RFC 7766), or TLS (RFC 7858): several queries a connection, one after another; idle connections are closed.</summary>
internal sealed class TcpListener : IDisposable
{
    private const int MaxConnections = 1000;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private readonly Socket _socket;
    private readonly Func<DnsRequest, CancellationToken, ValueTask<DnsReply>> _answer;
    private readonly TimeProvider _time;
    private readonly Func<SslServerAuthenticationOptions?>? _tls;
    private readonly SemaphoreSlim _room = new(MaxConnections);

    /// <summary>Binds and listens; throws <see cref="SocketException"/>. With <paramref name="tls"/> connections are encrypted under what it gives.</summary>
    public TcpListener(IPEndPoint address, Func<DnsRequest, CancellationToken, ValueTask<DnsReply>> answer, TimeProvider time, Func<SslServerAuthenticationOptions?>? tls = null)
    {
        (_answer, _time, _tls) = (answer, time, tls);
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            if (address.Address.Equals(IPAddress.IPv6Any))
            {
                _socket.DualMode = true;
            }

            _socket.Bind(address);
            _socket.Listen(256);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <summary>The address bound, with the port the system chose when 0 was asked for.</summary>
    public IPEndPoint Address => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Accepts until cancelled or disposed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await _room.WaitAsync(cancellationToken);
                var connection = await _socket.AcceptAsync(cancellationToken);
                _ = ServeAsync(connection, cancellationToken);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The end.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private async Task ServeAsync(Socket connection, CancellationToken cancellationToken)
    {
        try
        {
            using var _ = connection;
            connection.NoDelay = true;
            await using var stream = await OpenAsync(connection, cancellationToken);
            var remote = (IPEndPoint)connection.RemoteEndPoint!;
            remote = remote.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(remote.Address.MapToIPv4(), remote.Port) : remote;
            var packet = new byte[512];
            var answer = new byte[65537];
            while (true)
            {
                using var idle = new CancellationTokenSource(Idle, _time);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
                await stream.ReadExactlyAsync(packet.AsMemory(0, 2), both.Token);
                int length = BinaryPrimitives.ReadUInt16BigEndian(packet);
                packet = length > packet.Length ? new byte[length] : packet;
                await stream.ReadExactlyAsync(packet.AsMemory(0, length), both.Token);
                var request = DnsResponder.Decode(packet.AsSpan(0, length), remote, "tcp", answer.AsSpan(2), out var size);
                if (request is not null)
                {
                    size = DnsResponder.Encode(request, (await _answer(request, cancellationToken)).Message, answer.AsSpan(2));
                }

                if (size == 0)
                {
                    return;
                }

                BinaryPrimitives.WriteUInt16BigEndian(answer, (ushort)size);
                await stream.WriteAsync(answer.AsMemory(0, size + 2), both.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The connection ends.
        }
        finally
        {
            _room.Release();
        }
    }

    private async ValueTask<Stream> OpenAsync(Socket connection, CancellationToken cancellationToken)
    {
        var plain = new NetworkStream(connection);
        if (_tls is null)
        {
            return plain;
        }

        var stream = new SslStream(plain);
        using var patience = new CancellationTokenSource(Idle, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await stream.AuthenticateAsServerAsync(_tls() ?? throw new AuthenticationException("no certificate"), both.Token);
        return stream;
    }
}
