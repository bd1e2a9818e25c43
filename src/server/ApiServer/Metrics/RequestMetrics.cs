using System.Globalization;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Base.Metrics;

namespace Cybernetes.ApiServer.Metrics;

/// <summary>Counts and times requests under upstream's names. Thread safe.</summary>
public sealed class RequestMetrics
{
    private static readonly double[] _durations =
        [0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60];

    private readonly Counter _total;
    private readonly Histogram _duration;
    private readonly Gauge _inFlight;
    private readonly Gauge _longRunning;

    /// <summary>Declares the metrics.</summary>
    public RequestMetrics(MetricsRegistry registry)
    {
        Registry = registry;
        _total = registry.Counter(
            "apiserver_request_total", "Requests by verb, dry run, resource, scope, component and HTTP response code.", Stability.Stable,
            "verb", "dry_run", "group", "version", "resource", "subresource", "scope", "component", "code");
        _duration = registry.Histogram(
            "apiserver_request_duration_seconds", "How long requests took, by verb, dry run, resource, scope and component.", Stability.Stable, _durations,
            "verb", "dry_run", "group", "version", "resource", "subresource", "scope", "component");
        _inFlight = registry.Gauge("apiserver_current_inflight_requests", "Requests under way by kind.", Stability.Stable, "request_kind");
        _longRunning = registry.Gauge(
            "apiserver_longrunning_requests", "Watches and connections under way.", Stability.Stable,
            "verb", "group", "version", "resource", "subresource", "scope", "component");
    }

    /// <summary>Where they are written.</summary>
    public MetricsRegistry Registry { get; }

    /// <summary>A request begins.</summary>
    public void Begin(RequestInfo info) => Flight(info).Inc();

    /// <summary>A request has been answered, or for a long one has begun to be.</summary>
    public void End(RequestInfo info, bool dryRun, int code, TimeSpan took)
    {
        Flight(info).Dec();
        var (verb, scope, dry) = (VerbOf(info), ScopeOf(info), dryRun ? "All" : "");
        _total.With(verb, dry, info.Group, info.Version, info.Resource, info.Subresource, scope, "apiserver", code.ToString(CultureInfo.InvariantCulture)).Inc();
        _duration.With(verb, dry, info.Group, info.Version, info.Resource, info.Subresource, scope, "apiserver").Observe(took.TotalSeconds);
    }

    /// <summary>A watch or connection is under way until disposed.</summary>
    public IDisposable LongRunning(RequestInfo info)
    {
        var gauge = _longRunning.With(VerbOf(info), info.Group, info.Version, info.Resource, info.Subresource, ScopeOf(info), "apiserver");
        gauge.Inc();
        return new Ending(gauge);
    }

    private Value Flight(RequestInfo info) => _inFlight.With(info.Verb is "get" or "list" or "watch" ? "readOnly" : "mutating");

    private static string VerbOf(RequestInfo info) => info.Verb switch
    {
        "create" => "POST",
        "update" => "PUT",
        "deletecollection" => "DELETECOLLECTION",
        _ => info.Verb.ToUpperInvariant(),
    };

    private static string ScopeOf(RequestInfo info) => !info.IsResourceRequest ? "" : info.Name.Length > 0 ? "resource" : info.Namespace.Length > 0 ? "namespace" : "cluster";

    private sealed class Ending(Value gauge) : IDisposable
    {
        public void Dispose() => gauge.Dec();
    }
}
