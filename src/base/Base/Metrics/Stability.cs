namespace Cybernetes.Base.Metrics;

/// <summary>A metric's stability, shown in its HELP text (KEP-1209).</summary>
public enum Stability
{
    /// <summary>May change or vanish without notice.</summary>
    Alpha,

    /// <summary>Labels may be added.</summary>
    Beta,

    /// <summary>Does not change.</summary>
    Stable,

    /// <summary>For the component's own developers.</summary>
    Internal,
}
