using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Encryption;

internal static partial class EncryptionLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "reloaded the encryption configuration {Path}")]
    public static partial void Reloaded(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "the encryption configuration {Path} cannot be reloaded; the former one stays")]
    public static partial void ReloadFailed(ILogger logger, string path, Exception error);
}
