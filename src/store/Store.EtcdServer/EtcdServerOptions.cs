namespace Cybernetes.Store.EtcdServer;

/// <summary>Where and how a store is served as etcd.</summary>
public sealed record EtcdServerOptions
{
    /// <summary>
    /// <c>unix:///path</c>, <c>https://host:port</c>, or <c>http://</c> on a loopback address (there is no authentication without TLS). Port 0: a free one.
    /// </summary>
    public required IReadOnlyList<string> ListenUrls { get; init; }

    /// <summary>PEM file of the server certificate, for https.</summary>
    public string? CertFile { get; init; }

    /// <summary>PEM file of its key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>PEM file of the authorities a client certificate must come from; null: none is asked for.</summary>
    public string? ClientCaFile { get; init; }

    /// <summary>The member's name.</summary>
    public string Name { get; init; } = "c8s";
}
