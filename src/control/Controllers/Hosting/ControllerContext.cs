using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Controllers.Hosting;

/// <summary>What a controller is given: informers and options that all share, and its own way to the API server. Immutable; its parts are thread safe.</summary>
public sealed class ControllerContext(KubeClient client, InformerFactory informers, ControllerManagerOptions options, ILoggerFactory loggers, MetricsRegistry metrics)
{
    private readonly EventRecorder _events = new(client, "kube-controller-manager", loggers: loggers);

    /// <summary>The way to the API server, as the controller.</summary>
    public KubeClient Client => client;

    /// <summary>The informers of the process.</summary>
    public InformerFactory Informers => informers;

    /// <summary>What the flags say.</summary>
    public ControllerManagerOptions Options => options;

    /// <summary>The clock.</summary>
    public TimeProvider Time => client.Time;

    /// <summary>Now, by the clock.</summary>
    public DateTimeOffset Now => client.Time.GetUtcNow();

    /// <summary>Where logs go.</summary>
    public ILoggerFactory Loggers => loggers;

    /// <summary>Where metrics are kept.</summary>
    public MetricsRegistry Metrics => metrics;

    /// <summary>A recorder that tells of a component as the source.</summary>
    public IEventRecorder EventsAs(string component) => _events.As(component);

    /// <summary>A host for a reconciler that says when to look again.</summary>
    public ReconcilerHost<TKey> Host<TKey>(string name, int workers, Func<TKey, CancellationToken, ValueTask<TimeSpan?>> reconcile)
        where TKey : notnull =>
        new(name, reconcile, new ReconcilerOptions { Workers = workers, Time = Time, Metrics = metrics, Loggers = loggers });

    /// <summary>A host for a reconciler that is called on changes only.</summary>
    public ReconcilerHost<TKey> Host<TKey>(string name, int workers, Func<TKey, CancellationToken, ValueTask> reconcile)
        where TKey : notnull =>
        new(name, reconcile, new ReconcilerOptions { Workers = workers, Time = Time, Metrics = metrics, Loggers = loggers });

    /// <summary>The same for another controller.</summary>
    internal ControllerContext As(KubeClient other) => new(other, informers, options, loggers, metrics);

    internal Task WriteEventsAsync(CancellationToken cancellationToken) => _events.RunAsync(cancellationToken);
}
