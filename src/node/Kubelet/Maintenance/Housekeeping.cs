using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Maintenance;

/// <summary>Repeats a chore; one that fails is tried again at its next turn.</summary>
internal static class Housekeeping
{
    public static async Task RunAsync(string name, TimeSpan period, Func<CancellationToken, Task> chore, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(period, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await chore(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is CriException or IOException or UnauthorizedAccessException)
            {
                PodLog.LoopFailed(log, e, name);
            }
        }
    }
}
