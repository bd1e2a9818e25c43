using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Command;

internal static partial class CommandLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Flag --{Name} is accepted but has no effect")]
    public static partial void NoEffect(ILogger log, string name);
}
