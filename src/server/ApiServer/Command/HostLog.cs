using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Command;

internal static partial class HostLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Serving securely on {Address}:{Port}")]
    public static partial void Serving(ILogger logger, string address, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "Serving the store by etcd's API on {Urls}")]
    public static partial void ServingEtcd(ILogger logger, string urls);

    [LoggerMessage(Level = LogLevel.Information, Message = "certificates: {Done}")]
    public static partial void Certificates(ILogger logger, string done);

    [LoggerMessage(Level = LogLevel.Error, Message = "the certificates could not be looked after, it is tried again in an hour")]
    public static partial void CertificatesFailed(ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Critical, Message = "the store can no longer be followed")]
    public static partial void LostStore(ILogger logger, Exception error);
}
