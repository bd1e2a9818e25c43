using System.Globalization;
using System.Text;

namespace Cybernetes.Client.Streams;

/// <summary>The body of an HTTP/1.1 answer that is not an upgrade: of a stated length, in chunks (RFC 9112, 7.1), or up to the end.</summary>
internal static class RefusalBody
{
    private const int MaxLength = 1 << 20;

    /// <summary>Reads it; what is beyond 1 MiB is left out.</summary>
    /// <exception cref="IOException">It is malformed or breaks off.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        if (Header(headers, "Transfer-Encoding")?.EndsWith("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await ReadChunksAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        var length = int.TryParse(Header(headers, "Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? Math.Min(stated, MaxLength) : MaxLength;
        var body = new byte[length];
        var read = await stream.ReadAtLeastAsync(body, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return body[..read];
    }

    private static async Task<byte[]> ReadChunksAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (body.Length < MaxLength)
        {
            var line = await ReadLineAsync(stream, cancellationToken).ConfigureAwait(false);
            var size = line.Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length is < 0 or > MaxLength)
            {
                throw new IOException("malformed chunk");
            }

            if (length == 0)
            {
                break;
            }

            var chunk = new byte[length];
            await stream.ReadExactlyAsync(chunk, cancellationToken).ConfigureAwait(false);
            body.Write(chunk);
            await ReadLineAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        return body.ToArray();
    }

    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (line.Length < 1024)
        {
            await stream.ReadExactlyAsync(one, cancellationToken).ConfigureAwait(false);
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        throw new IOException("malformed chunk");
    }

    private static string? Header(IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        foreach (var (key, value) in headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
