namespace Cybernetes.Kubectl.Sessions;

/// <summary>The command cannot go on. <see cref="Exception.Message"/> is printed as it is, with kubectl's own words, and the exit code is 1.</summary>
public sealed class KubectlException(string message, int exitCode = 1) : Exception(message)
{
    /// <summary>The exit code of the process.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>An error of the command line or of the client: <c>error: …</c>.</summary>
    public static KubectlException Error(string message) => new($"error: {message}");
}
