using Microsoft.Extensions.Logging;

namespace Cybernetes.Scheduler;

internal static partial class SchedulerLog
{
    [LoggerMessage(1, LogLevel.Information, "Successfully bound pod to node, pod={Pod} node={Node} evaluatedNodes={Evaluated} feasibleNodes={Feasible}")]
    public static partial void Bound(ILogger logger, string pod, string node, int evaluated, int feasible);

    [LoggerMessage(2, LogLevel.Information, "Unable to schedule pod; no fit; waiting, pod={Pod} err={Message}")]
    public static partial void Unschedulable(ILogger logger, string pod, string message);

    [LoggerMessage(3, LogLevel.Warning, "Binding failed; the pod is tried again, pod={Pod} err={Message}")]
    public static partial void BindingFailed(ILogger logger, string pod, string message);

    [LoggerMessage(4, LogLevel.Error, "A scheduling cycle failed; the pod is tried again, pod={Pod}")]
    public static partial void CycleFailed(ILogger logger, string pod, Exception error);

    [LoggerMessage(5, LogLevel.Warning, "Writing failed, pod={Pod} err={Message}")]
    public static partial void WritingFailed(ILogger logger, string pod, string message);
}
