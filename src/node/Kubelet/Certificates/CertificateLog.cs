using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Certificates;

internal static partial class CertificateLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Asked for a client certificate by {Name}")]
    public static partial void Asked(ILogger log, string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "The client certificate is in {Path}")]
    public static partial void Issued(ILogger log, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The client certificate was not renewed: {Error}")]
    public static partial void NotRenewed(ILogger log, string error);
}
