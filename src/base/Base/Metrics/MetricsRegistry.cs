using System.Collections.Concurrent;

namespace Cybernetes.Base.Metrics;

/// <summary>
/// A component's metrics and their text page (Prometheus text format 0.0.4). Declaring a name again gives the first family. Thread safe.
/// </summary>
public sealed class MetricsRegistry
{
    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Action> _collectors = [];

    /// <summary>The content type of the page.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8; escaping=underscores";

    /// <summary>Declares a counter.</summary>
    public Counter Counter(string name, string help, Stability stability, params string[] labels) =>
        Declare(name, () => new Counter(name, help, stability, labels));

    /// <summary>Declares a gauge.</summary>
    public Gauge Gauge(string name, string help, Stability stability, params string[] labels) =>
        Declare(name, () => new Gauge(name, help, stability, labels));

    /// <summary>Declares a gauge without labels that is read when the page is asked for.</summary>
    public Gauge Gauge(string name, string help, Stability stability, Func<double> read) =>
        Declare(name, () => new Gauge(name, help, stability, [], read));

    /// <summary>Declares a histogram; <paramref name="bounds"/> rise.</summary>
    public Histogram Histogram(string name, string help, Stability stability, IReadOnlyList<double> bounds, params string[] labels) =>
        Declare(name, () => new Histogram(name, help, stability, bounds, labels));

    /// <summary>Runs <paramref name="collect"/> before each page, to bring gauges up to date.</summary>
    public void OnCollect(Action collect) => _collectors.Add(collect);

    /// <summary>Writes the page as UTF-8.</summary>
    public byte[] Write()
    {
        foreach (var collect in _collectors)
        {
            collect();
        }
        var writer = new MetricsTextWriter();
        foreach (var family in _families.Values.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            family.Write(writer);
        }
        return writer.ToArray();
    }

    private T Declare<T>(string name, Func<T> create) where T : MetricFamily =>
        _families.GetOrAdd(name, _ => create()) as T ?? throw new ArgumentException($"metric {name} is already of another type");
}
