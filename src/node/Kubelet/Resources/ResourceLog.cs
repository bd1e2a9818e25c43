using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Resources;

internal static partial class ResourceLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to set up the cgroup of pod {Pod}: {Error}")]
    public static partial void CgroupFailed(ILogger log, string pod, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Checkpoint {Path} cannot be used: {Error}")]
    public static partial void CheckpointBroken(ILogger log, string path, string error);
}
