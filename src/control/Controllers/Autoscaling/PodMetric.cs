namespace Cybernetes.Controllers.Autoscaling;

/// <summary>What one pod was measured at. Immutable.</summary>
/// <param name="Value">In thousandths.</param>
/// <param name="Timestamp">When the measurement ended.</param>
/// <param name="Window">How long it took.</param>
public sealed record PodMetric(long Value, DateTimeOffset Timestamp, TimeSpan Window);
