using Cybernetes.Store;

namespace Cybernetes.ApiServer.Cache;

/// <summary>
/// One change: created (no <see cref="Old"/>), changed, or deleted (no <see cref="New"/>). <see cref="Last"/> is the object as it was when it was
/// deleted, with the deletion's version.
/// </summary>
public sealed record CacheEvent(Revision Revision, StoredObject? Old, StoredObject? New)
{
    private StoredObject? _last;

    /// <summary>The object's key.</summary>
    public string Key => (New ?? Old)!.Key;

    /// <summary>What a watcher who loses sight of the object is shown: its old state with the new version. Made once.</summary>
    public StoredObject Last
    {
        get
        {
            if (_last is null)
            {
                var value = Old!.Object.WithMetadata(Old.Object.Metadata with { ResourceVersion = Revision.ToString() });
                Interlocked.CompareExchange(ref _last, new StoredObject(Old.Key, Revision, value), null);
            }

            return _last;
        }
    }
}
