namespace Cybernetes.Client.Streams;

/// <summary>Which streams an exec or attach session has; with a terminal there is no separate standard error and sizes may be sent.</summary>
public sealed record RemoteCommandOptions(bool Stdin, bool Stdout, bool Stderr, bool Tty)
{
    /// <summary>Whether a separate standard error stream exists.</summary>
    public bool HasStderr => Stderr && !Tty;
}
