using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Containers;

internal static partial class PodLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Container {Container} of pod {Pod} did not start")]
    public static partial void StartFailed(ILogger log, string pod, string container);

    [LoggerMessage(Level = LogLevel.Error, Message = "Error syncing pod {Pod}, skipping")]
    public static partial void SyncFailed(ILogger log, Exception error, string pod);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to update status for pod {Pod}: {Error}")]
    public static partial void StatusFailed(ILogger log, string pod, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} failed, will be tried again")]
    public static partial void LoopFailed(ILogger log, Exception error, string what);
}
