using System.Diagnostics;

namespace Cybernetes.Store.Bench;

/// <summary>Reads from memory, on one thread.</summary>
internal static class ReadLoad
{
    public static async Task<string> RunAsync(IStore store, int keys)
    {
        var names = Enumerable.Range(0, keys).Select(i => (StoreKey)Name(i)).ToArray();
        Random.Shared.Shuffle(names);
        var gets = 0L;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(2))
        {
            foreach (var name in names)
            {
                gets += (await store.GetAsync(name)).Item is null ? 0 : 1;
            }
        }
        var getRate = gets / watch.Elapsed.TotalSeconds;
        var ranged = 0L;
        watch.Restart();
        while (watch.Elapsed < TimeSpan.FromSeconds(2))
        {
            ranged += (await store.RangeAsync(new RangeRequest(KeyRange.Prefix("/read/")))).Items.Count;
        }
        return $"{getRate / 1e6:f2} million gets/s   {ranged / watch.Elapsed.TotalSeconds / 1e6:f2} million ranged keys/s";
    }

    public static string Name(int i) => $"/read/pods/namespace-{i % 100:d3}/pod-with-a-usual-name-{i:d6}";
}
