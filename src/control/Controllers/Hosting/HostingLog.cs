using Microsoft.Extensions.Logging;

namespace Cybernetes.Controllers.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Started {Controller}")]
    public static partial void Started(ILogger logger, string controller);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Controller} has failed and stays down")]
    public static partial void Failed(ILogger logger, string controller, Exception error);
}
