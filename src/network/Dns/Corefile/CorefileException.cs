namespace Cybernetes.Dns.Corefile;

/// <summary>A Corefile that cannot be used: the file, the line and the word that is wrong, in CoreDNS' form.</summary>
public sealed class CorefileException(string file, int line, string message)
    : Exception(line > 0 ? $"{file}:{line} - Error during parsing: {message}" : message)
{
    /// <summary>The line, from 1; 0 when no single line is to blame.</summary>
    public int Line { get; } = line;
}
