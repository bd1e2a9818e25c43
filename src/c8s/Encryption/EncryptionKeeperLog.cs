using Microsoft.Extensions.Logging;

namespace Cybernetes.Encryption;

internal static partial class EncryptionKeeperLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} Secrets were stored anew, {Left} wait for the server to read the changed file")]
    public static partial void Rewritten(ILogger logger, int count, int left);

    [LoggerMessage(Level = LogLevel.Information, Message = "All {Count} Secrets are stored by key {Key}; older keys are forgotten")]
    public static partial void Settled(ILogger logger, string key, int count);
}
