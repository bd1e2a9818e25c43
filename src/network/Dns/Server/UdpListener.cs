using System.Net;
using System.Net.Sockets;

namespace Cybernetes.Dns.Server;

/// <summary>
/// Answers over UDP. A thread of its own reads, answers what can be answered at once without leaving the thread, and lets the rest
/// (forwarded queries) go on by themselves.
/// </summary>
internal sealed class UdpListener : IDisposable
{
    private const int MaxDatagram = 65535;
    private const int SocketLevel = 1;
    private const int ReceiveBufferForce = 8;
    private readonly Socket _socket;
    private readonly Func<DnsRequest, CancellationToken, ValueTask<DnsReply>> _answer;
    private readonly CancellationToken _cancellation;
    private volatile bool _disposed;

    /// <summary>Binds; throws <see cref="SocketException"/>.</summary>
    public UdpListener(IPEndPoint address, Func<DnsRequest, CancellationToken, ValueTask<DnsReply>> answer, CancellationToken cancellationToken)
    {
        (_answer, _cancellation) = (answer, cancellationToken);
        _socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (address.Address.Equals(IPAddress.IPv6Any))
            {
                _socket.DualMode = true;
            }

            Span<byte> size = stackalloc byte[4];
            BitConverter.TryWriteBytes(size, 1 << 20);
            _socket.SetRawSocketOption(SocketLevel, ReceiveBufferForce, size);
            _socket.Bind(address);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <summary>The address bound, with the port the system chose when 0 was asked for.</summary>
    public IPEndPoint Address => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Starts reading; ends when disposed.</summary>
    public void Start() => new Thread(Read) { IsBackground = true, Name = "dns-udp" }.Start();

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;

        // Closing alone does not wake a thread that waits in recvfrom.
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // Not connected: the wait ends all the same.
        }

        _socket.Dispose();
    }

    private void Read()
    {
        var packet = new byte[MaxDatagram];
        var answer = new byte[MaxDatagram];
        var from = new SocketAddress(_socket.AddressFamily);
        var any = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        var least = any.Serialize().Size;
        while (!_disposed)
        {
            try
            {
                var length = _socket.ReceiveFrom(packet, SocketFlags.None, from);

                // A wait that ended because the socket was shut down has no sender.
                if (_disposed || from.Size < least)
                {
                    return;
                }

                Answer(packet.AsSpan(0, length), answer, from, any);
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.Interrupted or SocketError.OperationAborted or SocketError.Shutdown)
            {
                return;
            }
            catch (SocketException)
            {
                // An ICMP complaint about an earlier answer; the next query is another matter.
            }
        }
    }

    private void Answer(ReadOnlySpan<byte> packet, byte[] answer, SocketAddress from, IPEndPoint any)
    {
        var remote = (IPEndPoint)any.Create(from);
        if (remote.Address.IsIPv4MappedToIPv6)
        {
            remote = new IPEndPoint(remote.Address.MapToIPv4(), remote.Port);
        }

        if (DnsResponder.Decode(packet, remote, "udp", answer, out var length) is not { } request)
        {
            if (length > 0)
            {
                _socket.SendTo(answer.AsSpan(0, length), SocketFlags.None, from);
            }

            return;
        }

        var reply = _answer(request, _cancellation);
        if (reply.IsCompletedSuccessfully)
        {
            length = DnsResponder.Encode(request, reply.Result.Message, answer);
            _socket.SendTo(answer.AsSpan(0, length), SocketFlags.None, from);
        }
        else
        {
            var to = new SocketAddress(from.Family, from.Size);
            from.Buffer.Span[..from.Size].CopyTo(to.Buffer.Span);
            _ = AnswerLaterAsync(request, reply, to);
        }
    }

    private async Task AnswerLaterAsync(DnsRequest request, ValueTask<DnsReply> reply, SocketAddress to)
    {
        try
        {
            var answer = new byte[4096];
            var message = (await reply).Message;
            var length = DnsResponder.Encode(request, message, answer);
            _socket.SendTo(answer.AsSpan(0, length), SocketFlags.None, to);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The server ends, or the client is gone.
        }
    }
}
