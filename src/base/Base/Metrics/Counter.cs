namespace Cybernetes.Base.Metrics;

/// <summary>A number that only rises.</summary>
public sealed class Counter : MetricFamily<Value>
{
    internal Counter(string name, string help, Stability stability, string[] labels) : base(name, help, stability, "counter", labels)
    {
        if (labels.Length == 0)
        {
            With();
        }
    }

    /// <summary>Adds one; for a counter without labels.</summary>
    public void Inc() => With().Inc();

    private protected override Value NewChild() => new();

    private protected override void WriteChild(MetricsTextWriter writer, string[] values, Value child) => writer.Sample(this, values, child.Current);
}
