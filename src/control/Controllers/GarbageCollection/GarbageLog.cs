using Microsoft.Extensions.Logging;

namespace Cybernetes.Controllers.GarbageCollection;

internal static partial class GarbageLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Garbage collection goes on without having seen all of: {Resources}")]
    public static partial void NotSynced(ILogger logger, string resources);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Garbage collection waits for discovery: {Reason}")]
    public static partial void NoDiscovery(ILogger logger, string reason);
}
