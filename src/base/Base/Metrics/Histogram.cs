namespace Cybernetes.Base.Metrics;

/// <summary>Counts observations in buckets of fixed upper bounds.</summary>
public sealed class Histogram : MetricFamily<Histogram.Child>
{
    /// <summary>Prometheus' default bounds, in seconds.</summary>
    public static IReadOnlyList<double> DefaultBuckets { get; } = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private readonly double[] _bounds;

    internal Histogram(string name, string help, Stability stability, IReadOnlyList<double> bounds, string[] labels)
        : base(name, help, stability, "histogram", labels)
    {
        _bounds = [.. bounds];
        if (labels.Length == 0)
        {
            With();
        }
    }

    /// <summary>Bounds that start at <paramref name="start"/> and grow by <paramref name="factor"/>.</summary>
    public static double[] Exponential(double start, double factor, int count) =>
        [.. Enumerable.Range(0, count).Select(i => start * Math.Pow(factor, i))];

    /// <summary>Records a number; for a histogram without labels.</summary>
    public void Observe(double value) => With().Observe(value);

    private protected override Child NewChild() => new(_bounds);

    private protected override void WriteChild(MetricsTextWriter writer, string[] values, Child child)
    {
        long cumulative = 0;
        for (var i = 0; i < _bounds.Length; i++)
        {
            cumulative += child.Count(i);
            writer.Sample(this, values, cumulative, "_bucket", _bounds[i]);
        }
        cumulative += child.Count(_bounds.Length);
        writer.Sample(this, values, cumulative, "_bucket", double.PositiveInfinity);
        writer.Sample(this, values, child.Sum, "_sum");
        writer.Sample(this, values, cumulative, "_count");
    }

    /// <summary>The buckets of one combination of label values.</summary>
    public sealed class Child
    {
        private readonly double[] _bounds;
        private readonly long[] _counts;
        private readonly Value _sum = new();

        internal Child(double[] bounds) => (_bounds, _counts) = (bounds, new long[bounds.Length + 1]);

        internal double Sum => _sum.Current;

        /// <summary>Records a number.</summary>
        public void Observe(double value)
        {
            var index = Array.BinarySearch(_bounds, value);
            Interlocked.Increment(ref _counts[index < 0 ? ~index : index]);
            _sum.Add(value);
        }

        internal long Count(int index) => Volatile.Read(ref _counts[index]);
    }
}
