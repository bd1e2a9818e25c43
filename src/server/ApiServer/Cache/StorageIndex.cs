using Cybernetes.ApiServer.Registry;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Cache;

/// <summary>Finds the resource a key belongs to: the one with the longest matching prefix. Read by the replica's loop, added to at run time.</summary>
internal sealed class StorageIndex(IEnumerable<ResourceStorage> storages)
{
    private ResourceStorage[] _all = Sort(storages);

    public IReadOnlyList<ResourceStorage> All => Volatile.Read(ref _all);

    public void Add(ResourceStorage storage) => Volatile.Write(ref _all, Sort([.. _all, storage]));

    /// <summary>The resource whose keys begin as this one does; null where none is known.</summary>
    public ResourceStorage? Find(StoreKey key)
    {
        var all = Volatile.Read(ref _all);
        var (low, high) = (0, all.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (all[middle].Prefix.CompareTo(key) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        // Prefixes end in a slash and do not nest, but for services/specs, so the nearest before the key is the only candidate.
        return high >= 0 && key.StartsWith(all[high].Prefix) ? all[high] : null;
    }

    private static ResourceStorage[] Sort(IEnumerable<ResourceStorage> storages) => [.. storages.OrderBy(each => each.Prefix)];
}
