namespace Cybernetes.Controllers.Autoscaling;

/// <summary>How far from the target usage may be before anything is done. Immutable.</summary>
public readonly record struct Tolerances(double Up, double Down)
{
    /// <summary>Whether a ratio of usage to target calls for nothing.</summary>
    public bool Within(double ratio) => ratio >= 1.0 - Down && ratio <= 1.0 + Up;
}
