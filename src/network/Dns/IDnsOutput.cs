namespace Cybernetes.Dns;

/// <summary>Where the server's lines go: "[INFO] …" as CoreDNS prints them, because the documents show them so. Thread-safe.</summary>
public interface IDnsOutput
{
    /// <summary>Writes a line.</summary>
    void Line(string text);
}

/// <summary>Writes to a text writer, a line at a time.</summary>
public sealed class DnsTextOutput(TextWriter writer) : IDnsOutput
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public void Line(string text)
    {
        lock (_lock)
        {
            writer.WriteLine(text);
            writer.Flush();
        }
    }
}
