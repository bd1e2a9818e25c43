using Microsoft.Extensions.Logging;

namespace Cybernetes.Proxy.Host;

internal static partial class ProxyLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Using nftables Proxier on node {Node}, addresses {Addresses}")]
    public static partial void Started(ILogger logger, string node, string addresses);

    [LoggerMessage(Level = LogLevel.Debug, Message = "SyncProxyRules complete: {Services} services changed, {Operations} commands, {Milliseconds} ms")]
    public static partial void Synced(ILogger logger, int services, int operations, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "nftables changes were refused, the tables were made anew: {Reason}")]
    public static partial void Rebuilt(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "nftables sync failed for {Owner}: {Reason}")]
    public static partial void Refused(ILogger logger, string owner, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot serve {What} on {Address}: {Reason}")]
    public static partial void CannotServe(ILogger logger, string what, string address, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pod network: {Problem}")]
    public static partial void PodNetworkProblem(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Pod network: wrote {File} for {Ranges}")]
    public static partial void PodNetworkWritten(ILogger logger, string file, string ranges);
}
