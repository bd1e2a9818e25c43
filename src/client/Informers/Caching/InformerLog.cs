using Microsoft.Extensions.Logging;

namespace Cybernetes.Informers.Caching;

internal static partial class InformerLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "An informer's handler failed for {Resource}")]
    public static partial void HandlerFailed(ILogger logger, string resource, Exception error);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Failed to watch {Resource}: {Reason}")]
    public static partial void WatchFailed(ILogger logger, string resource, string reason);
}
