using Cybernetes.Dns;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Nodes;

/// <summary>The DNS server's lines in the log of the process.</summary>
internal sealed partial class DnsLogOutput(ILogger logger) : IDnsOutput
{
    public void Line(string text) => Write(logger, text);

    [LoggerMessage(1, LogLevel.Information, "{Line}")]
    private static partial void Write(ILogger logger, string line);
}
