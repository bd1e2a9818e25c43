namespace Cybernetes.ApiServer.Audit;

/// <summary>The <c>--audit-*</c> flags.</summary>
public sealed record AuditOptions
{
    /// <summary>The policy; without it nothing is recorded.</summary>
    public string PolicyFile { get; init; } = "";

    /// <summary>The log file, "-" for standard output; empty for none.</summary>
    public string LogPath { get; init; } = "";

    /// <summary>The size at which the file is rotated.</summary>
    public int LogMaxSizeMegabytes { get; init; }

    /// <summary>How many rotated files are kept; 0 for all.</summary>
    public int LogMaxBackups { get; init; }

    /// <summary>How long they are kept; 0 for ever.</summary>
    public int LogMaxAgeDays { get; init; }

    /// <summary>The kubeconfig of the webhook; empty for none.</summary>
    public string WebhookConfigFile { get; init; } = "";

    /// <summary>How many events one call of the webhook carries at most.</summary>
    public int WebhookBatchSize { get; init; } = 400;

    /// <summary>How long a batch may wait to be full.</summary>
    public TimeSpan WebhookMaxWait { get; init; } = TimeSpan.FromSeconds(30);
}
