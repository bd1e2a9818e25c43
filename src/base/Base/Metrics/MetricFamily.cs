using System.Collections.Concurrent;

namespace Cybernetes.Base.Metrics;

/// <summary>A named metric with its children, one for each combination of label values. Thread safe.</summary>
public abstract class MetricFamily
{
    private protected MetricFamily(string name, string help, Stability stability, string type, string[] labelNames)
    {
        (Name, Type, LabelNames) = (name, type, labelNames);
        Help = $"[{stability.ToString().ToUpperInvariant()}] {help}";
        // Prometheus writes labels sorted by name.
        LabelOrder = [.. Enumerable.Range(0, labelNames.Length).OrderBy(i => labelNames[i], StringComparer.Ordinal)];
    }

    /// <summary>The metric's name.</summary>
    public string Name { get; }

    internal string Help { get; }

    internal string Type { get; }

    internal string[] LabelNames { get; }

    internal int[] LabelOrder { get; }

    internal abstract void Write(MetricsTextWriter writer);
}

/// <summary>A family whose children are of one kind. <see cref="With"/> does not allocate for known label values.</summary>
public abstract class MetricFamily<TChild> : MetricFamily where TChild : class
{
    private readonly ConcurrentDictionary<string[], TChild> _children = new(LabelValuesComparer.Instance);
    private readonly ConcurrentDictionary<string[], TChild>.AlternateLookup<ReadOnlySpan<string>> _lookup;

    private protected MetricFamily(string name, string help, Stability stability, string type, string[] labelNames)
        : base(name, help, stability, type, labelNames) =>
        _lookup = _children.GetAlternateLookup<ReadOnlySpan<string>>();

    /// <summary>The child for the label values, in the order of the declared names; keep it on hot paths.</summary>
    public TChild With(params ReadOnlySpan<string> values)
    {
        if (_lookup.TryGetValue(values, out var child))
        {
            return child;
        }
        if (values.Length != LabelNames.Length)
        {
            throw new ArgumentException($"{Name} has {LabelNames.Length} labels, {values.Length} values were given");
        }
        return _children.GetOrAdd(values.ToArray(), _ => NewChild());
    }

    /// <summary>Forgets the child for these values.</summary>
    public bool Remove(params ReadOnlySpan<string> values) => _lookup.TryRemove(values, out _);

    /// <summary>Forgets all children.</summary>
    public void Clear() => _children.Clear();

    private protected abstract TChild NewChild();

    private protected abstract void WriteChild(MetricsTextWriter writer, string[] values, TChild child);

    internal override void Write(MetricsTextWriter writer)
    {
        if (_children.IsEmpty)
        {
            return;
        }
        writer.Header(this);
        foreach (var (values, child) in _children.OrderBy(c => string.Join('\0', LabelOrder.Select(i => c.Key[i])), StringComparer.Ordinal))
        {
            WriteChild(writer, values, child);
        }
    }
}
