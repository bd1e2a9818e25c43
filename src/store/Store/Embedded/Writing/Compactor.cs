using Cybernetes.Store.Embedded.Index;

namespace Cybernetes.Store.Embedded.Writing;

/// <summary>
/// Forgets history a step at a time between commits, on the writer's thread. The compact revision is made durable first; what a crash leaves
/// behind is dropped when the store is opened.
/// </summary>
internal sealed class Compactor(Writer writer)
{
    private const int StepSize = 2000;
    private readonly Queue<long> _owed = new();
    private readonly List<CompactCommand> _waiting = [];
    private bool _shrinking;
    private volatile bool _hasWork;
    private DateTime _retryAt;

    /// <summary>Whether there is something to do, now or later.</summary>
    public bool IsOpen => _hasWork;

    /// <summary>Whether there is something to do now.</summary>
    public bool HasWork => _hasWork && _retryAt <= DateTime.UtcNow;

    /// <summary>Begins to forget what is older than the command's revision.</summary>
    public void Begin(CompactCommand command)
    {
        var state = writer.State;
        var target = command.Target;
        if (target > state.Revision)
        {
            throw StoreException.FutureRevision();
        }
        if (target <= state.Compacted)
        {
            throw new CompactedException(new Revision(state.Compacted));
        }
        writer.Commit(new WriteSet { Compaction = (target, state.Revision) }, null);
        writer.Publish(state with { Compacted = target });
        writer.Hub.Compact(target);
        _waiting.Add(command);
        _hasWork = _shrinking = true;
    }

    /// <summary>Adds rows to forget to a commit.</summary>
    public void AddForgotten(WriteSet set)
    {
        if (!HasWork)
        {
            return;
        }
        foreach (var id in _owed)
        {
            if (set.Forgotten.Count == StepSize)
            {
                break;
            }
            set.Forgotten.Add(id);
        }
    }

    /// <summary>They are durably forgotten.</summary>
    public void Forgot(WriteSet set)
    {
        for (var i = set.Forgotten.Count; i > 0; i--)
        {
            _owed.Dequeue();
        }
    }

    /// <summary>One step: memory first, then the file's free room.</summary>
    public void Step()
    {
        if (!HasWork)
        {
            return;
        }
        try
        {
            var more = ForgetInMemory() || _owed.Count > 0;
            if (!more && _shrinking)
            {
                more = _shrinking = writer.File.Shrink();
            }
            if (!more)
            {
                _hasWork = false;
                _waiting.ForEach(command => command.Complete(writer.State.Revision));
                _waiting.Clear();
            }
        }
        catch (StoreException)
        {
            Postpone();
        }
    }

    /// <summary>A commit failed (a full disk): the rest can wait.</summary>
    public void Postpone() => _retryAt = DateTime.UtcNow + TimeSpan.FromSeconds(5);

    /// <summary>The store is closing.</summary>
    public void Stop(Exception reason) => _waiting.ForEach(command => command.Fail(reason));

    /// <summary>Rows that were found superseded when the store was opened.</summary>
    public void Owe(IEnumerable<long> ids)
    {
        foreach (var id in ids)
        {
            _owed.Enqueue(id);
        }
        _hasWork = _owed.Count > 0;
    }

    private bool ForgetInMemory()
    {
        var state = writer.State;
        var editor = new KeyTreeEditor(state.Tree);
        var steps = 0;
        while (steps < StepSize && writer.Log.TryTakeBefore(state.Compacted, out var batch))
        {
            steps++;
            foreach (var change in batch?.Events ?? [])
            {
                Forget(change.Item, editor);
            }
        }
        if (steps < StepSize)
        {
            ForgetBefore(state.Compacted);
        }
        writer.Publish(state with { Tree = editor.Publish() });
        return steps == StepSize;
    }

    /// <summary>Of the compact revision itself, which stays, only what it replaced goes.</summary>
    private void ForgetBefore(long compacted)
    {
        var batch = new WatchBatch?[1];
        writer.Log.Read(compacted, compacted, batch, out _);
        foreach (var change in batch[0]?.Events ?? [])
        {
            ForgetOlder(change.Item);
        }
    }

    /// <summary>The version before goes; a tombstone goes itself.</summary>
    private void Forget(KeyValue item, KeyTreeEditor editor)
    {
        ForgetOlder(item);
        if (item.IsTombstone)
        {
            _owed.Enqueue(RowId.Of(item));
            if (ReferenceEquals(editor.Tree.Find(item.Key), item))
            {
                editor.Remove(item.Key);
            }
        }
    }

    private void ForgetOlder(KeyValue item)
    {
        if (item.Older is { IsTombstone: false } older)
        {
            _owed.Enqueue(RowId.Of(older));
        }
        item.Older = null;
    }
}
