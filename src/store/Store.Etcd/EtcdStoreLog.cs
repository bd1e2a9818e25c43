using Microsoft.Extensions.Logging;

namespace Cybernetes.Store.Etcd;

internal static partial class EtcdStoreLog
{
    [LoggerMessage(1, LogLevel.Warning, "etcd member {Url} does not answer, going on with the next: {Reason}")]
    public static partial void Left(this ILogger logger, string url, string reason);
}
