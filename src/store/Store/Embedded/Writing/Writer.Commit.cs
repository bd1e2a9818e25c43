using System.Runtime.InteropServices;

namespace Cybernetes.Store.Embedded.Writing;

internal sealed partial class Writer
{
    private bool _failing;

    /// <summary>Commits a group and answers those who wait for it. The group that comes next.</summary>
    private Group Commit(Group group)
    {
        var set = new WriteSet();
        set.Batches.AddRange(group.Batches);
        Compactor.AddForgotten(set);
        try
        {
            Commit(set, group);
            foreach (var (request, result) in CollectionsMarshal.AsSpan(group.Waiting))
            {
                request.Complete(result);
            }
        }
        catch (Exception reason)
        {
            Fail(group, reason);
            Compactor.Postpone();
        }
        return new Group(_state);
    }

    /// <summary>
    /// 1. Makes the set durable. 2. Publishes the new state. 3. Lets the leases follow. 4. Rings the watchers.
    /// </summary>
    /// <exception cref="StoreException">It is not durable, and nothing was published.</exception>
    public void Commit(WriteSet set, Group? group)
    {
        if (_broken is not null)
        {
            throw _broken;
        }
        if (set.IsEmpty)
        {
            return;
        }
        WriteToFile(set);
        Compactor.Forgot(set);
        if (group is null || group.Batches.Count == 0)
        {
            return;
        }
        foreach (var batch in group.Batches)
        {
            Log.Append(batch);
        }
        _state = _state with { Tree = group.Editor.Publish(), Revision = group.Revision };
        foreach (var batch in group.Batches)
        {
            foreach (var change in batch.Events)
            {
                Leases.Follow(change);
            }
        }
        Hub.Publish(group.Batches, group.Revision);
    }

    private void WriteToFile(WriteSet set)
    {
        try
        {
            _file.Commit(set);
        }
        catch (StoreException reason) when (reason.Error == StoreError.Unavailable)
        {
            _options.Logger.Broken(reason.Message);
            _broken = reason;
            Hub.Stop(reason);
            throw;
        }
        catch (StoreException reason)
        {
            if (!_failing)
            {
                _options.Logger.WriteFailed(reason.Message);
            }
            _failing = true;
            throw;
        }
        if (_failing)
        {
            _failing = false;
            _options.Logger.WritesWorkAgain();
        }
        if (set.Compaction is var (compacted, _))
        {
            _options.Logger.Compacted(compacted);
        }
    }
}
