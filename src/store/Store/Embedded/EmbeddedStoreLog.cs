using Microsoft.Extensions.Logging;

namespace Cybernetes.Store.Embedded;

internal static partial class EmbeddedStoreLog
{
    [LoggerMessage(1, LogLevel.Information, "Opened the store {Path} at revision {Revision}: {Keys} keys, readable from revision {Compacted}, in {Milliseconds} ms")]
    public static partial void Opened(this ILogger logger, string path, long revision, long keys, long compacted, long milliseconds);

    [LoggerMessage(2, LogLevel.Error, "A write failed and nothing was written; reads go on: {Reason}")]
    public static partial void WriteFailed(this ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Information, "Writes work again")]
    public static partial void WritesWorkAgain(this ILogger logger);

    [LoggerMessage(4, LogLevel.Critical, "The store is not written any more: {Reason}")]
    public static partial void Broken(this ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Debug, "Forgot history before revision {Revision}")]
    public static partial void Compacted(this ILogger logger, long revision);
}
