using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Forward;

/// <summary>
/// One upstream server. UDP sockets are connected, so that only this server's answers are heard, and used again after a clean
/// exchange; ids are random. Thread-safe.
/// </summary>
public sealed class Upstream(UpstreamAddress address, ForwardOptions options, TimeProvider time) : IDisposable
{
    private const int MaxIdle = 64;
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(2);
    private readonly ConcurrentBag<Socket> _idleUdp = [];
    private readonly ConcurrentBag<(Stream Stream, long Since)> _idleTcp = [];
    private int _fails;

    /// <summary>The address, as configured.</summary>
    public UpstreamAddress Address { get; } = address;

    /// <summary>Too many failures in a row.</summary>
    public bool IsDown => options.MaxFails > 0 && Volatile.Read(ref _fails) >= options.MaxFails;

    /// <summary>It answered: failures are forgotten.</summary>
    public void Succeeded() => Volatile.Write(ref _fails, 0);

    /// <summary>One more failure in a row.</summary>
    public void Failed() => Interlocked.Increment(ref _fails);

    /// <summary>Asks; throws <see cref="SocketException"/>, <see cref="IOException"/> or <see cref="TimeoutException"/>.</summary>
    public async ValueTask<DnsMessage> AskAsync(DnsMessage query, bool tcp, CancellationToken cancellationToken)
    {
        var id = (ushort)RandomNumberGenerator.GetInt32(65536);
        var asked = query with { Id = id };
        using var timeout = new CancellationTokenSource(ReadTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var answer = tcp || Address.Tls ? await AskTcpAsync(asked, both.Token) : await AskUdpAsync(asked, both.Token);
            return answer with { Id = query.Id };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"read udp {Address.EndPoint}: i/o timeout");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idleUdp.TryTake(out var socket))
        {
            socket.Dispose();
        }

        while (_idleTcp.TryTake(out var idle))
        {
            idle.Stream.Dispose();
        }
    }

    private async ValueTask<DnsMessage> AskUdpAsync(DnsMessage query, CancellationToken cancellationToken)
    {
        if (!_idleUdp.TryTake(out var socket))
        {
            socket = new Socket(Address.EndPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        }

        var clean = false;
        try
        {
            if (!socket.Connected)
            {
                await socket.ConnectAsync(Address.EndPoint, cancellationToken);
            }

            var buffer = new byte[4096];
            var length = DnsWriter.Write(query, buffer, buffer.Length);
            await socket.SendAsync(buffer.AsMemory(0, length), cancellationToken);
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer, cancellationToken);
                if (DnsReader.TryRead(buffer.AsSpan(0, received), out var answer) && Answers(query, answer))
                {
                    clean = true;
                    return answer;
                }
            }
        }
        finally
        {
            if (clean && _idleUdp.Count < MaxIdle)
            {
                _idleUdp.Add(socket);
            }
            else
            {
                socket.Dispose();
            }
        }
    }

    private async ValueTask<DnsMessage> AskTcpAsync(DnsMessage query, CancellationToken cancellationToken)
    {
        while (_idleTcp.TryTake(out var idle))
        {
            if (time.GetElapsedTime(idle.Since) < options.Expire)
            {
                try
                {
                    return await ExchangeAsync(idle.Stream, query, cancellationToken);
                }
                catch (IOException)
                {
                    // The server closed it meanwhile: a fresh one is tried.
                }
            }
            else
            {
                await idle.Stream.DisposeAsync();
            }
        }

        var socket = new Socket(Address.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream stream;
        try
        {
            await socket.ConnectAsync(Address.EndPoint, cancellationToken);
            stream = new NetworkStream(socket, ownsSocket: true);
            if (Address.Tls)
            {
                var tls = new SslStream(stream);
                stream = tls;
                var host = Address.ServerName.Length > 0 ? Address.ServerName : Address.EndPoint.Address.ToString();
                await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, cancellationToken);
            }
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return await ExchangeAsync(stream, query, cancellationToken);
    }

    private async ValueTask<DnsMessage> ExchangeAsync(Stream stream, DnsMessage query, CancellationToken cancellationToken)
    {
        var clean = false;
        try
        {
            var buffer = new byte[65537];
            var length = DnsWriter.Write(query, buffer.AsSpan(2), 65535);
            BinaryPrimitives.WriteUInt16BigEndian(buffer, (ushort)length);
            await stream.WriteAsync(buffer.AsMemory(0, length + 2), cancellationToken);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, 2), cancellationToken);
            length = BinaryPrimitives.ReadUInt16BigEndian(buffer);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, length), cancellationToken);
            if (!DnsReader.TryRead(buffer.AsSpan(0, length), out var answer) || !Answers(query, answer))
            {
                throw new IOException($"{Address.EndPoint} sent something that is not the answer");
            }

            clean = true;
            return answer;
        }
        finally
        {
            if (clean && _idleTcp.Count < MaxIdle)
            {
                _idleTcp.Add((stream, time.GetTimestamp()));
            }
            else
            {
                await stream.DisposeAsync();
            }
        }
    }

    private static bool Answers(DnsMessage query, DnsMessage answer) =>
        answer.IsResponse && answer.Id == query.Id
        && (answer.Questions.IsEmpty || (answer.Question.Type == query.Question.Type && answer.Question.Name.Equals(query.Question.Name, StringComparison.OrdinalIgnoreCase)));
}
