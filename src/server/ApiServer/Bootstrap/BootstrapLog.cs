using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Bootstrap;

internal static partial class BootstrapLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "an object of the server's own was not made: {Resource} \"{Name}\": {Why}")]
    public static partial void NotMade(ILogger logger, string resource, string name, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the server's own objects are looked after again in 10 seconds: {Reason}")]
    public static partial void Later(ILogger logger, string reason);
}
