using Microsoft.Extensions.Logging;

namespace Cybernetes.Informers.Leases;

internal static partial class LeaseLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Successfully acquired lease {Namespace}/{Name} as {Identity}")]
    public static partial void Acquired(ILogger logger, string @namespace, string name, string identity);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Leader election lost: {Namespace}/{Name} as {Identity}")]
    public static partial void Lost(ILogger logger, string @namespace, string name, string identity);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Error with lease {Namespace}/{Name}: {Reason}")]
    public static partial void Failed(ILogger logger, string @namespace, string name, string reason);
}
