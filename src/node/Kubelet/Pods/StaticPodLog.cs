using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Pods;

internal static partial class StaticPodLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Can't process manifest file {File}: {Error}")]
    public static partial void Unreadable(ILogger log, string file, string error);
}
