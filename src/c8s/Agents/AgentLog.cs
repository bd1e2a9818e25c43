using Microsoft.Extensions.Logging;

namespace Cybernetes.Agents;

internal static partial class AgentLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "connections go to {Server} from now on")]
    public static partial void OtherServer(ILogger logger, Uri server);

    [LoggerMessage(Level = LogLevel.Information, Message = "certificates: {Done}")]
    public static partial void Certificates(ILogger logger, string done);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the certificates could not be looked after, it is tried again in an hour: {Reason}")]
    public static partial void CertificatesFailed(ILogger logger, string reason);
}
