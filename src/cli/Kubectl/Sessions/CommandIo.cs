namespace Cybernetes.Kubectl.Sessions;

/// <summary>The streams of a command and the directory and clock it works by: what a test gives in place of the process's own.</summary>
public sealed record CommandIo(Stream In, TextWriter Out, TextWriter Err, TimeProvider Time)
{
    /// <summary>Whether standard input is a terminal.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The raw standard output, for bytes that are not text of ours; null sends them through <see cref="Out"/>.</summary>
    public Stream? RawOut { get; init; }

    /// <summary>The raw standard error; null sends bytes through <see cref="Err"/>.</summary>
    public Stream? RawErr { get; init; }
}
