namespace Cybernetes.Base.Health;

/// <summary>An HTTP answer of a health path: 200 or 500, and plain text.</summary>
/// <param name="Failures">For the log: the failed checks with the reasons that the page withholds.</param>
public sealed record HealthPage(int StatusCode, string Text, IReadOnlyList<string> Failures);
