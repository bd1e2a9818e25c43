using Microsoft.Extensions.Logging;

namespace Cybernetes.Cri.Containerd;

internal static partial class ContainerdLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "containerd exited with {ExitCode}, starting it again")]
    public static partial void Restarting(ILogger log, int exitCode);
}
