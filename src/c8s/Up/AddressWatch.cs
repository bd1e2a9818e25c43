using System.Net;
using Cybernetes.Base.Networking;
using Cybernetes.Configuration;

namespace Cybernetes.Up;

/// <summary>Notices when the machine is reached at another address than the one everything was started with. One that it has only lost may come back.</summary>
internal sealed class AddressWatch(ClusterOptions options, IPAddress started)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the address has changed.</summary>
    public Task Changed => _changed.Task;

    /// <summary>The address that was configured, else the machine's, for which a machine that is just starting is given some time.</summary>
    public static async Task<IPAddress> FindAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        if (options.NodeIp.Length > 0)
        {
            return IPAddress.Parse(options.NodeIp);
        }

        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromSeconds(1))
        {
            if (MachineAddress.Find() is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        throw new InvalidOperationException("no interface has an address besides loopback");
    }

    /// <summary>Looks every few seconds; an address counts when it is seen twice.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        IPAddress? before = null;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var now = options.NodeIp.Length > 0 ? started : MachineAddress.Find();
            if (now is not null && !now.Equals(started) && now.Equals(before))
            {
                _changed.TrySetResult();
            }

            before = now;
        }
    }
}
