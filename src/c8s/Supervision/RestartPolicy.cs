namespace Cybernetes.Supervision;

/// <summary>When a component that failed is started again, and when it is given up. Immutable.</summary>
internal sealed record RestartPolicy
{
    /// <summary>How many failures in a row end the process.</summary>
    public int MaxFailures { get; init; } = 7;

    /// <summary>The pause after the first failure; it doubles with each.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A run that lasted this long makes earlier failures forgotten.</summary>
    public TimeSpan Stable { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many failures in a row there are after a run of a length that failed too.</summary>
    public int Count(int before, TimeSpan ran) => ran >= Stable ? 1 : before + 1;

    /// <summary>The pause after so many failures in a row; null where the component is given up.</summary>
    public TimeSpan? Pause(int failures) => failures >= MaxFailures ? null : FirstPause * (1 << (failures - 1));
}
