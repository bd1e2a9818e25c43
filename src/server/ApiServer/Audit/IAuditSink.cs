using Cybernetes.Api.AuditV1;

namespace Cybernetes.ApiServer.Audit;

/// <summary>Where audit events go. Thread safe.</summary>
public interface IAuditSink : IAsyncDisposable
{
    /// <summary>Takes an event; waits when the sink is behind, so that nothing is lost while the server runs.</summary>
    ValueTask WriteAsync(Event item, CancellationToken cancellationToken);
}
