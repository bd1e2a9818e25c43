using Microsoft.Extensions.Logging;

namespace Cybernetes.Manifests;

internal static partial class ManifestLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "applied {File}")]
    public static partial void Applied(ILogger logger, string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "deleted {Path}: no manifest names it any more")]
    public static partial void Pruned(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File}: {Problem}")]
    public static partial void Problem(ILogger logger, string file, string problem);
}
