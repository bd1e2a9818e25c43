namespace Cybernetes.Supervision;

/// <summary>A part of the process that runs until it is stopped.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Advice">What the user can do when it keeps failing.</param>
/// <param name="RunAsync">Runs it once; called again after a failure. Nothing may be left over from the run before.</param>
internal sealed record Component(string Name, string Advice, Func<CancellationToken, Task> RunAsync)
{
    /// <summary>False for a part that cannot be started again within the process: its first failure is its last.</summary>
    public bool CanRestart { get; init; } = true;
}
