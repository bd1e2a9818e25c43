using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Containers;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Pods;

/// <summary>Where the work on a pod stands; it only moves forward.</summary>
internal enum WorkState
{
    /// <summary>The pod is brought to, and kept at, what its spec says.</summary>
    Syncing,

    /// <summary>Its containers are being ended.</summary>
    Terminating,

    /// <summary>Nothing runs any more; what is left on the node is taken away.</summary>
    Terminated,

    /// <summary>Nothing is left to do.</summary>
    Finished,
}

/// <summary>What a turn of the work on a pod calls for.</summary>
internal sealed record TurnResult(bool Done, TimeSpan? Again);

/// <summary>The steps of a pod's life, one method a <see cref="WorkState"/>.</summary>
internal interface IPodSteps
{
    /// <summary>Brings the pod to its spec; Done when it has reached a terminal phase by itself.</summary>
    Task<TurnResult> SyncAsync(Pod pod, CancellationToken cancellationToken);

    /// <summary>Ends the pod's containers; Done when none runs.</summary>
    Task<TurnResult> TerminateAsync(Pod pod, PodVerdict? verdict, CancellationToken cancellationToken);

    /// <summary>Takes away volumes, cgroups and the like; Done when nothing is left.</summary>
    Task<TurnResult> CleanUpAsync(Pod pod, CancellationToken cancellationToken);

    /// <summary>The pod's object is gone as well: removes its containers and forgets it.</summary>
    Task ForgetAsync(Pod pod, CancellationToken cancellationToken);
}

/// <summary>Why the kubelet itself ends a pod, and how long it may take (null: the pod's own grace period).</summary>
internal sealed record PodVerdict(string Phase, string Reason, string Message, long? GraceSeconds);

/// <summary>
/// Works on one pod, one step at a time, woken by updates, changes of its containers and the passing of time. Exclusive to its pod; its
/// public methods are thread-safe.
/// </summary>
internal sealed class PodWorker(Pod pod, IPodSteps steps, TimeSpan resync, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan ErrorRetry = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource _turn = new();
    private Pod _pod = pod;
    private PodVerdict? _verdict;
    private bool _removed;

    /// <summary>The pod as last seen.</summary>
    public Pod Pod
    {
        get
        {
            lock (_lock)
            {
                return _pod;
            }
        }
    }

    public WorkState State { get; private set; } = WorkState.Syncing;

    /// <summary>Whether its object is gone from its source.</summary>
    public bool IsRemoved
    {
        get
        {
            lock (_lock)
            {
                return _removed;
            }
        }
    }

    /// <summary>The pod was changed.</summary>
    public void Update(Pod pod)
    {
        lock (_lock)
        {
            var shorter = pod.IsBeingDeleted && (!_pod.IsBeingDeleted || pod.Metadata.DeletionGracePeriodSeconds < _pod.Metadata.DeletionGracePeriodSeconds);
            var matters = MattersTo(_pod, pod);
            _pod = pod;
            if (shorter)
            {
                _turn.Cancel(); // whatever it is doing, it has now less time
            }

            if (matters)
            {
                _wake.TrySetResult();
            }
        }
    }

    /// <summary>Ends the pod by the kubelet's own decision.</summary>
    public void End(PodVerdict verdict)
    {
        lock (_lock)
        {
            _verdict ??= verdict;
            _turn.Cancel();
            _wake.TrySetResult();
        }
    }

    /// <summary>The pod is gone from its source: it ends, and is forgotten.</summary>
    public void Remove()
    {
        lock (_lock)
        {
            _removed = true;
            if (State == WorkState.Syncing)
            {
                _turn.Cancel();
            }

            _wake.TrySetResult();
        }
    }

    /// <summary>Something may have changed.</summary>
    public void Poke()
    {
        lock (_lock)
        {
            _wake.TrySetResult();
        }
    }

    /// <summary>Works until the pod is forgotten or the kubelet stops.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var again = await TurnAsync(cancellationToken).ConfigureAwait(false);
                if (State == WorkState.Finished && IsRemoved)
                {
                    if (await ForgetAsync(cancellationToken).ConfigureAwait(false))
                    {
                        return;
                    }

                    again = ErrorRetry;
                }

                await WaitAsync(again, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The kubelet stops; the containers run on.
        }
    }

    /// <summary>Mostly a change is the kubelet's own status coming back; that calls for nothing.</summary>
    private static bool MattersTo(Pod before, Pod after) =>
        after.Spec.ReadinessGates.Count > 0
        || !ReferenceEquals(before.Spec, after.Spec) && before.Spec != after.Spec
        || before.Metadata.Labels != after.Metadata.Labels
        || before.Metadata.Annotations != after.Metadata.Annotations
        || before.Metadata.Generation != after.Metadata.Generation
        || before.Metadata.DeletionTimestamp != after.Metadata.DeletionTimestamp
        || before.Metadata.DeletionGracePeriodSeconds != after.Metadata.DeletionGracePeriodSeconds
        || before.Status.Phase != after.Status.Phase && after.Status.Phase is "Failed" or "Succeeded";

    private async Task<bool> ForgetAsync(CancellationToken cancellationToken)
    {
        try
        {
            await steps.ForgetAsync(Pod, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            PodLog.SyncFailed(log, e, Pod.FullName);
            return false;
        }
    }

    private async Task<TimeSpan?> TurnAsync(CancellationToken cancellationToken)
    {
        Pod current;
        PodVerdict? verdict;
        CancellationTokenSource turn;
        lock (_lock)
        {
            (current, verdict) = (_pod, _verdict);
            _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _turn.Dispose();
            turn = _turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (State == WorkState.Syncing && (current.IsBeingDeleted || _removed || verdict is not null))
            {
                State = WorkState.Terminating;
            }
        }

        try
        {
            var result = State switch
            {
                WorkState.Syncing => await steps.SyncAsync(current, turn.Token).ConfigureAwait(false),
                WorkState.Terminating => await steps.TerminateAsync(current, verdict, turn.Token).ConfigureAwait(false),
                WorkState.Terminated => await steps.CleanUpAsync(current, turn.Token).ConfigureAwait(false),
                _ => new TurnResult(false, null),
            };
            if (State == WorkState.Finished)
            {
                // Its object is still there; once it is being deleted it has to be told again that nothing is left.
                if (current.IsBeingDeleted)
                {
                    await steps.CleanUpAsync(current, turn.Token).ConfigureAwait(false);
                }

                return null;
            }

            if (result.Done)
            {
                State++;
                return State == WorkState.Finished ? null : TimeSpan.Zero;
            }

            return result.Again ?? resync;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TimeSpan.Zero; // interrupted by an update
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            PodLog.SyncFailed(log, e, current.FullName);
            return ErrorRetry;
        }
    }

    private async Task WaitAsync(TimeSpan? delay, CancellationToken cancellationToken)
    {
        Task wake;
        lock (_lock)
        {
            wake = _wake.Task;
        }

        if (delay == TimeSpan.Zero)
        {
            return;
        }

        if (delay is { } span)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(wake, Task.Delay(span, time, stop.Token)).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
        else
        {
            await wake.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
