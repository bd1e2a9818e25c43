using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Store.Embedded;

/// <summary>How an <see cref="EmbeddedStore"/> behaves.</summary>
public sealed record EmbeddedStoreOptions
{
    /// <summary>The clock behind leases, automatic compaction and progress.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How often history older than one such interval is forgotten (upstream's <c>--etcd-compaction-interval</c>); zero: never by itself.
    /// </summary>
    public TimeSpan CompactionInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a watch with progress notification hears how far it is when nothing happens in its range; zero: only when asked.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where it says what happens to it.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The largest transaction, in bytes of keys and values; etcd's default.</summary>
    public long MaxTxnBytes { get; init; } = 1536 * 1024;
}
