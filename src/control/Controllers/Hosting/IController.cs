namespace Cybernetes.Controllers.Hosting;

/// <summary>
/// One control loop. Its constructor asks for informers and adds handlers; <see cref="RunAsync"/> starts after the informers have synced and
/// works until cancelled.
/// </summary>
public interface IController
{
    /// <summary>Works until cancelled; returns when every worker has ended.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
