using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Store.Etcd;

/// <summary>Where etcd is and how to reach it.</summary>
public sealed record EtcdOptions
{
    /// <summary>
    /// The members: <c>https://host:2379</c>, <c>http://host:2379</c>, <c>unix:///path</c>, or without a scheme, which means https when there is
    /// a certificate or an authority, else http. At least one.
    /// </summary>
    public required IReadOnlyList<string> Endpoints { get; init; }

    /// <summary>PEM file of the authorities that vouch for the members; null: the system's.</summary>
    public string? CaFile { get; init; }

    /// <summary>PEM file of the client certificate; read again for every connection, so that it can be rotated.</summary>
    public string? CertFile { get; init; }

    /// <summary>PEM file of its key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>How long one request may take, with all its tries.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection may take to come about.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A connection on which nothing came for so long is tested, and given up when the answer takes <see cref="KeepAliveTimeout"/>.</summary>
    public TimeSpan KeepAliveTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where it says which member failed.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>See <see cref="KeepAliveTime"/>.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
