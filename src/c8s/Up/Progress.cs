using System.Diagnostics;
using Cybernetes.Supervision;

namespace Cybernetes.Up;

/// <summary>Shows a start step by step: what it waits for as soon as that takes a while, what is done, and, where it fails, why and what to do.</summary>
internal sealed class Progress(TextWriter output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Stopwatch _total = Stopwatch.StartNew();

    /// <summary>How long the start has taken so far.</summary>
    public TimeSpan Elapsed => _total.Elapsed;

    /// <summary>Runs one step and shows how long it took. A failure becomes a <see cref="StepFailedException"/> that says what to do.</summary>
    public async Task<T> StepAsync<T>(string what, string advice, Func<Task<T>> step)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var work = step();
            if (await Task.WhenAny(work, Task.Delay(Patience)) != work)
            {
                output.WriteLine($"  waiting for: {what}. {advice}");
                output.Flush();
            }

            var result = await work;
            output.WriteLine($"  {what} ({watch.Elapsed.TotalSeconds:0.0}s)");
            output.Flush();
            return result;
        }
        catch (Exception e) when (e is not (OperationCanceledException or StepFailedException or ComponentFailedException))
        {
            throw new StepFailedException(what, advice, e);
        }
    }

    /// <inheritdoc cref="StepAsync{T}"/>
    public Task StepAsync(string what, string advice, Func<Task> step) => StepAsync(what, advice, async () =>
    {
        await step();
        return true;
    });
}

/// <summary>A step of the start that failed.</summary>
internal sealed class StepFailedException(string step, string advice, Exception cause) : Exception($"{step}: {cause.Message}", cause)
{
    /// <summary>What the user can do.</summary>
    public string Advice { get; } = advice;
}
