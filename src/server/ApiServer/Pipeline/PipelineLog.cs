using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Pipeline;

internal static partial class PipelineLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "a request failed: {Method} {Path}")]
    public static partial void Failed(ILogger logger, string method, string path, Exception error);
}
