namespace Cybernetes.Base.Metrics;

/// <summary>A number that rises and falls; may be read from a function at scrape time.</summary>
public sealed class Gauge : MetricFamily<Value>
{
    private readonly Func<double>? _read;

    internal Gauge(string name, string help, Stability stability, string[] labels, Func<double>? read = null) : base(name, help, stability, "gauge", labels)
    {
        _read = read;
        if (labels.Length == 0)
        {
            With();
        }
    }

    /// <summary>Replaces the number; for a gauge without labels.</summary>
    public void Set(double value) => With().Set(value);

    private protected override Value NewChild() => new();

    private protected override void WriteChild(MetricsTextWriter writer, string[] values, Value child) =>
        writer.Sample(this, values, _read?.Invoke() ?? child.Current);
}
