namespace Cybernetes.Up;

/// <summary>A server or an agent in this process.</summary>
internal interface IRunningCluster : IAsyncDisposable
{
    /// <summary>Starts everything; returns when the node is Ready.</summary>
    Task StartAsync(CancellationToken ct);

    /// <summary>Runs until cancelled; true when the machine's address has changed, so that everything has to start anew. Throws <see cref="Supervision.ComponentFailedException"/>.</summary>
    Task<bool> RunAsync(CancellationToken cancellationToken);
}
