using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Controllers.Hosting;

/// <summary>Runs the selected controllers in this process.</summary>
public static class ControllerManagerHost
{
    /// <summary>Runs until cancelled; every loop has ended when it returns. <paramref name="started"/> is called once the caches are filled.</summary>
    public static async Task RunAsync(
        KubeClient client,
        ControllerManagerOptions options,
        CancellationToken cancellationToken,
        ILoggerFactory? loggers = null,
        MetricsRegistry? metrics = null,
        Action? started = null)
    {
        loggers ??= NullLoggerFactory.Instance;
        var context = new ControllerContext(client, options, loggers, metrics ?? new MetricsRegistry());
        var logger = loggers.CreateLogger("controllermanager");
        var controllers = new List<(string Name, IController Controller)>();
        foreach (var row in ControllerTable.All)
        {
            if (ControllerTable.IsSelected(row, options.Controllers) && row.Create(context) is { } controller)
            {
                controllers.Add((row.Name, controller));
            }
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var informers = context.Informers.RunAsync(stop.Token);
        var events = context.WriteEventsAsync(stop.Token);
        try
        {
            await context.Informers.WaitForSyncAsync(stop.Token).ConfigureAwait(false);
            var loops = controllers.Select(entry => RunOneAsync(entry.Name, entry.Controller, logger, stop.Token)).ToList();
            started?.Invoke();
            await Task.WhenAll(loops).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(informers, events).ConfigureAwait(false);
        }
    }

    private static async Task RunOneAsync(string name, IController controller, ILogger logger, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            HostingLog.Started(logger, name);
            await controller.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
        catch (Exception e)
        {
            // One controller's failure must not end the others.
            HostingLog.Failed(logger, name, e);
        }
    }
}
