using Microsoft.Extensions.Logging;

namespace Cybernetes.Supervision;

internal static partial class SupervisorLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Component} failed, it is started again in {Seconds}s")]
    public static partial void Failed(ILogger logger, string component, double seconds, Exception error);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Component} failed {Count} times in a row and is given up")]
    public static partial void GivenUp(ILogger logger, string component, int count, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Component} is started again with what has changed")]
    public static partial void Restarting(ILogger logger, string component);
}
