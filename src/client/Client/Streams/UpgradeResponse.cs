namespace Cybernetes.Client.Streams;

/// <summary>
/// The answer to a request for an upgrade. With status 101 <paramref name="Stream"/> is the upgraded connection, else what follows the
/// head: a body of Content-Length bytes, or until the end. The holder disposes it.
/// </summary>
public sealed record UpgradeResponse(int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, Stream Stream) : IAsyncDisposable
{
    /// <summary>Whether the peer switched protocols.</summary>
    public bool IsUpgraded => StatusCode == 101;

    /// <summary>The first header of that name, or null.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads the body of a refusal, at most <paramref name="limit"/> bytes.</summary>
    public async Task<byte[]> ReadBodyAsync(int limit, CancellationToken cancellationToken)
    {
        var length = int.TryParse(Header("Content-Length"), out var stated) ? Math.Clamp(stated, 0, limit) : limit;
        var body = new byte[length];
        var read = await Stream.ReadAtLeastAsync(body, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return body[..read];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
