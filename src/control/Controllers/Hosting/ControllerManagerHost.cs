using Cybernetes.Base.Health;
using Cybernetes.Base.Metrics;
using Cybernetes.Informers.Caching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Controllers.Hosting;

/// <summary>Runs the selected controllers in this process.</summary>
public static class ControllerManagerHost
{
    /// <summary>Runs until cancelled; every loop has ended when it returns. <paramref name="started"/> is called once the caches are filled.</summary>
    public static async Task RunAsync(
        ControllerClients clients,
        ControllerManagerOptions options,
        CancellationToken cancellationToken,
        ILoggerFactory? loggers = null,
        MetricsRegistry? metrics = null,
        Action? started = null,
        HealthChecks? health = null)
    {
        loggers ??= NullLoggerFactory.Instance;
        var own = new ControllerContext(clients.Manager, new InformerFactory(clients.Manager, loggers), options, loggers, metrics ?? new MetricsRegistry());
        var logger = loggers.CreateLogger("controllermanager");
        var controllers = new List<(string Name, IController Controller)>();
        var contexts = new List<ControllerContext>();
        foreach (var row in ControllerTable.All.Where(row => ControllerTable.IsSelected(row, options.Controllers)))
        {
            var context = row.Account is { } account ? own.As(clients.For(account)) : own;
            if (row.Create(context) is { } controller)
            {
                controllers.Add((row.Name, controller));
                contexts.Add(context);
            }
        }

        var running = own.Metrics.Gauge("running_managed_controllers", "Indicates where instances of a controller are currently running", Stability.Alpha, "manager", "name");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var informers = own.Informers.RunAsync(stop.Token);
        var events = Task.WhenAll(contexts.Distinct().Select(context => context.WriteEventsAsync(stop.Token)));
        try
        {
            await own.Informers.WaitForSyncAsync(stop.Token).ConfigureAwait(false);
            var loops = controllers.Select(entry => RunOneAsync(entry.Name, entry.Controller, logger, stop.Token)).ToList();
            controllers.ForEach(entry => health?.Add(HealthCheck.Of(entry.Name, () => null)));
            controllers.ForEach(entry => running.With("kube-controller-manager", entry.Name).Set(1));
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
