using Microsoft.Extensions.Logging;

namespace Cybernetes.Supervision;

/// <summary>
/// Runs components and starts again what fails, as a kubelet would restart their pods; one that keeps failing is given up, which
/// <see cref="Failed"/> tells. Disposed: all have ended. Thread safe.
/// </summary>
internal sealed class Supervisor(RestartPolicy policy, ILogger logger, TimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<ComponentFailedException> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<Task> _loops = [];
    private readonly Dictionary<string, CancellationTokenSource> _runs = [];

    /// <summary>Completes when a component is given up.</summary>
    public Task<ComponentFailedException> Failed => _failed.Task;

    /// <summary>Runs a component from now on.</summary>
    public void Start(Component component)
    {
        lock (_gate)
        {
            _loops.Add(Task.Run(() => KeepAsync(component, _stop.Token), CancellationToken.None));
        }
    }

    /// <summary>Ends the present run of a component and starts it anew, because something it read at its start has changed.</summary>
    public void Restart(string name)
    {
        lock (_gate)
        {
            if (_runs.GetValueOrDefault(name) is { } run)
            {
                _ = run.CancelAsync();
            }
        }
    }

    /// <summary>Waits for something that a component brings about, unless a component is given up first.</summary>
    public async Task<T> WaitAsync<T>(Task<T> task)
    {
        await Task.WhenAny(task, Failed).ConfigureAwait(false);
        return Failed.IsCompletedSuccessfully ? throw await Failed.ConfigureAwait(false) : await task.ConfigureAwait(false);
    }

    /// <inheritdoc cref="WaitAsync{T}"/>
    public Task WaitAsync(Task task) => WaitAsync(Answered(task));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task[] loops;
        lock (_gate)
        {
            loops = [.. _loops];
        }

        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task<bool> Answered(Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }

    private async Task KeepAsync(Component component, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var started = time.GetTimestamp();
            using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            lock (_gate)
            {
                _runs[component.Name] = run;
            }

            var error = await RunOnceAsync(component, run.Token).ConfigureAwait(false);
            lock (_gate)
            {
                _runs.Remove(component.Name);
            }

            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            if (run.IsCancellationRequested)
            {
                SupervisorLog.Restarting(logger, component.Name);
                continue;
            }

            failures = policy.Count(failures, time.GetElapsedTime(started));
            error ??= new InvalidOperationException("it ended by itself");
            if ((component.CanRestart ? policy.Pause(failures) : null) is not { } pause)
            {
                SupervisorLog.GivenUp(logger, component.Name, failures, error);
                _failed.TrySetResult(new ComponentFailedException(component, failures, error));
                return;
            }

            SupervisorLog.Failed(logger, component.Name, pause.TotalSeconds, error);
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<Exception?> RunOnceAsync(Component component, CancellationToken cancellationToken)
    {
        try
        {
            await component.RunAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
