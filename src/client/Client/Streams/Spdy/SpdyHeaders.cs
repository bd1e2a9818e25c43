using System.Collections;

namespace Cybernetes.Client.Streams.Spdy;

/// <summary>The headers of a stream, in order; names compare without case, a name may occur more than once. Immutable.</summary>
public sealed class SpdyHeaders(IReadOnlyList<KeyValuePair<string, string>> values) : IEnumerable<KeyValuePair<string, string>>
{
    /// <summary>The first value of <paramref name="name"/>, or the empty string.</summary>
    public string this[string name] =>
        values.FirstOrDefault(v => v.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
