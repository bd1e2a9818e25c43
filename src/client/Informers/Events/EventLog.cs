using Microsoft.Extensions.Logging;

namespace Cybernetes.Informers.Events;

internal static partial class EventLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Server rejected event {Name} (will not retry): {Reason}")]
    public static partial void Rejected(ILogger logger, string name, string reason);
}
