namespace Cybernetes.Store.Embedded.Writing;

/// <summary>Something the writer is asked to do. Who waits may give up until it has begun.</summary>
internal abstract class WriteRequest
{
    private const int Queued = 0;
    private const int Begun = 1;
    private const int Abandoned = 2;
    private int _state;

    /// <summary>The writer takes it; false when nobody waits for it any more.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Queued) == Queued;

    /// <summary>Answers that it failed.</summary>
    public abstract void Fail(Exception reason);

    protected void Abandon() => Interlocked.CompareExchange(ref _state, Abandoned, Queued);
}

/// <summary>A <see cref="WriteRequest"/> that answers with a <typeparamref name="T"/>.</summary>
internal abstract class WriteRequest<T> : WriteRequest
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Complete(T result) => _done.TrySetResult(result);

    public override void Fail(Exception reason) => _done.TrySetException(reason);

    /// <summary>Waits for the answer.</summary>
    public async ValueTask<T> WaitAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (request, token) =>
            {
                var self = (WriteRequest<T>)request!;
                self.Abandon();
                self._done.TrySetCanceled(token);
            },
            this).ConfigureAwait(false);
        return await _done.Task.ConfigureAwait(false);
    }
}

/// <summary>A transaction; grouped with its neighbours into one commit.</summary>
internal sealed class TxnWrite(Txn txn) : WriteRequest<TxnResult>
{
    public Txn Txn { get; } = txn;
}

/// <summary>Anything else, alone on the writer's thread after what was queued before it is durable.</summary>
internal abstract class WriterCommand : WriteRequest<long>
{
    /// <summary>Does it, or starts it.</summary>
    public abstract void Run(Writer writer);
}
