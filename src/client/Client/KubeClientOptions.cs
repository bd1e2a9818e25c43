namespace Cybernetes.Client;

/// <summary>How a client behaves. Immutable.</summary>
public sealed record KubeClientOptions
{
    /// <summary>Requests per second; 0 or less for no limit. Watches count as one request.</summary>
    public double Qps { get; init; }

    /// <summary>Requests that may go at once beyond <see cref="Qps"/>.</summary>
    public int Burst { get; init; } = 10;

    /// <summary>The user agent; empty leaves it to the transport.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>How often a request is sent again when the server asks for it by Retry-After.</summary>
    public int MaxRetries { get; init; } = 10;

    /// <summary>The clock of limits and back-off.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
