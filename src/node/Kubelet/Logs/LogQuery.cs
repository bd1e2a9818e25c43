namespace Cybernetes.Kubelet.Logs;

/// <summary>What of a container's log is asked for.</summary>
internal sealed record LogQuery
{
    public bool Follow { get; init; }

    public bool Timestamps { get; init; }

    /// <summary>Only the last lines; null for all.</summary>
    public long? TailLines { get; init; }

    /// <summary>Only what was written since.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>At most so many bytes.</summary>
    public long? LimitBytes { get; init; }

    /// <summary>Stdout, Stderr or null for both.</summary>
    public string? Stream { get; init; }
}
