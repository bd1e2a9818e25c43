using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Cache;

internal static partial class ReplicaLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "an object in the store cannot be read and is passed over: {Key}")]
    public static partial void Undecodable(ILogger logger, string key, Exception error);
}
