namespace Cybernetes.Base.Metrics;

/// <summary>A number that many threads change without a lock.</summary>
public sealed class Value
{
    private double _value;

    /// <summary>The current number.</summary>
    public double Current => Volatile.Read(ref _value);

    /// <summary>Adds to it.</summary>
    public void Add(double amount)
    {
        var seen = Volatile.Read(ref _value);
        while (true)
        {
            var found = Interlocked.CompareExchange(ref _value, seen + amount, seen);
            if (found.Equals(seen))
            {
                return;
            }
            seen = found;
        }
    }

    /// <summary>Adds one.</summary>
    public void Inc() => Add(1);

    /// <summary>Takes one away; for gauges.</summary>
    public void Dec() => Add(-1);

    /// <summary>Replaces it; for gauges.</summary>
    public void Set(double value) => Volatile.Write(ref _value, value);
}
