using Microsoft.Extensions.Logging;

namespace Cybernetes.Informers.Queue;

internal static partial class ReconcilerLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "Reconciling {Key} met a conflict and is tried again: {Reason}")]
    public static partial void Conflict(ILogger logger, string key, string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Reconciling {Key} failed and is tried again: {Reason}")]
    public static partial void Refused(ILogger logger, string key, string reason);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Reconciling {Key} failed and is tried again")]
    public static partial void Failed(ILogger logger, string key, Exception error);
}
