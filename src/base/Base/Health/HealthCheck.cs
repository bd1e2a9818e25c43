namespace Cybernetes.Base.Health;

/// <summary>A named check; <paramref name="Check"/> gives null when healthy, else the reason.</summary>
public sealed record HealthCheck(string Name, Func<CancellationToken, ValueTask<string?>> Check)
{
    /// <summary>A check that is always healthy.</summary>
    public static HealthCheck Ping { get; } = new("ping", _ => ValueTask.FromResult<string?>(null));

    /// <summary>A check that is answered at once; null when healthy.</summary>
    public static HealthCheck Of(string name, Func<string?> check) => new(name, _ => ValueTask.FromResult(check()));
}
