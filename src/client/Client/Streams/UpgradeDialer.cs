using System.Buffers;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Cybernetes.Client.Streams;

/// <summary>
/// Sends one HTTP/1.1 request that asks for an upgrade (RFC 9110, 7.8) and hands over the connection: what the API server does to the
/// kubelet, and the kubelet to the runtime.
/// </summary>
public static class UpgradeDialer
{
    private const int MaxHead = 64 * 1024;

    /// <summary>
    /// Dials <paramref name="target"/> (http or https) and sends <paramref name="method"/> with <paramref name="headers"/> as given; Host is
    /// added, the headers must carry Connection and Upgrade. Throws <see cref="IOException"/> or <see cref="SocketException"/> when there is no HTTP answer.
    /// </summary>
    public static async Task<UpgradeResponse> DialAsync(
        HttpMethod method,
        Uri target,
        IEnumerable<KeyValuePair<string, string>> headers,
        SslClientAuthenticationOptions? tls,
        CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(target.IdnHost.Trim('[', ']'), target.Port, cancellationToken).ConfigureAwait(false);
            stream = new NetworkStream(socket, ownsSocket: true);
            if (target.Scheme == Uri.UriSchemeHttps)
            {
                var secure = new SslStream(stream);
                stream = secure;
                await secure.AuthenticateAsClientAsync(tls ?? new() { TargetHost = target.IdnHost }, cancellationToken).ConfigureAwait(false);
            }

            return await SendAsync(stream, method, target, headers, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            if (stream is not null)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>As <see cref="DialAsync"/>, over a connection the caller has made; it belongs to the answer afterwards.</summary>
    public static async Task<UpgradeResponse> SendAsync(
        Stream connection,
        HttpMethod method,
        Uri target,
        IEnumerable<KeyValuePair<string, string>> headers,
        CancellationToken cancellationToken)
    {
        var request = new StringBuilder();
        request.Append(CultureInfo.InvariantCulture, $"{method.Method} {target.PathAndQuery} HTTP/1.1\r\nHost: {target.Authority}\r\n");
        foreach (var (name, value) in headers)
        {
            if (name.AsSpan().IndexOfAny("\r\n:") >= 0 || value.AsSpan().IndexOfAny('\r', '\n') >= 0)
            {
                throw new ArgumentException($"bad header {name}", nameof(headers));
            }

            request.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        request.Append("\r\n");
        await connection.WriteAsync(Encoding.Latin1.GetBytes(request.ToString()), cancellationToken).ConfigureAwait(false);
        await connection.FlushAsync(cancellationToken).ConfigureAwait(false);
        return await ReadHeadAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The request headers by which a client asks for SPDY with one of <paramref name="protocols"/>, best first.</summary>
    public static IEnumerable<KeyValuePair<string, string>> SpdyHeaders(params IEnumerable<string> protocols) =>
    [
        new("Connection", "Upgrade"),
        new("Upgrade", StreamProtocols.Spdy),
        .. protocols.Select(p => new KeyValuePair<string, string>(StreamProtocols.VersionHeader, p)),
    ];

    private static async Task<UpgradeResponse> ReadHeadAsync(Stream connection, CancellationToken cancellationToken)
    {
        var head = new ArrayBufferWriter<byte>(4096);
        int end;
        while ((end = head.WrittenSpan.IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (head.WrittenCount > MaxHead)
            {
                throw new IOException("response head too large");
            }

            var read = await connection.ReadAsync(head.GetMemory(4096), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                throw new IOException("connection closed before the response");
            }

            head.Advance(read);
        }

        var lines = Encoding.Latin1.GetString(head.WrittenSpan[..end]).Split("\r\n");
        var status = lines[0].Split(' ', 3);
        if (status.Length < 2 || !status[0].StartsWith("HTTP/1.", StringComparison.Ordinal) || !int.TryParse(status[1], CultureInfo.InvariantCulture, out var code))
        {
            throw new IOException("malformed HTTP response");
        }

        var headers = new List<KeyValuePair<string, string>>();
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':');
            if (colon > 0)
            {
                headers.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        var rest = head.WrittenMemory[(end + 4)..];
        var stream = rest.Length == 0 ? connection : new PrefixedStream(rest, connection);
        if (code == 101)
        {
            return new UpgradeResponse(code, headers, stream);
        }

        // A refusal is read whole: the peer keeps the connection open, so that its end may never come.
        await using (stream)
        {
            return new UpgradeResponse(code, headers, new MemoryStream(await RefusalBody.ReadAsync(stream, headers, cancellationToken).ConfigureAwait(false)));
        }
    }
}
