using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.Cache;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Tests.Cache;

public sealed class SortedSnapshotTests
{
    [Fact]
    public void HoldsWhatASortedDictionaryHoldsAfterRandomChanges()
    {
        var random = new Random(7);
        var model = new SortedDictionary<string, StoredObject>(StringComparer.Ordinal);
        var snapshot = SortedSnapshot.Empty;
        for (var i = 0; i < 5000; i++)
        {
            var key = $"{(char)('a' + random.Next(5))}/{random.Next(600)}";
            if (random.Next(3) == 0)
            {
                model.Remove(key);
                snapshot = snapshot.Without(key);
            }
            else
            {
                var item = Make(key, i);
                model[key] = item;
                snapshot = snapshot.With(item);
            }
        }

        Assert.Equal(model.Count, snapshot.Count);
        Assert.Equal(model.Values, snapshot.Range(""));
        Assert.Equal(model.Where(each => each.Key.StartsWith("c/", StringComparison.Ordinal)).Select(each => each.Value), snapshot.Range("c/"));
        Assert.All(model, each => Assert.Same(each.Value, snapshot.Find(each.Key)));
    }

    [Fact]
    public void ASnapshotDoesNotChangeWhenAnotherIsMadeFromIt()
    {
        var before = SortedSnapshot.FromSorted([Make("a", 1), Make("b", 2)]);
        _ = before.With(Make("c", 3)).Without("a");
        Assert.Equal(["a", "b"], before.Range("").Select(each => each.Key));
    }

    [Fact]
    public void ARangeBeginsAtTheKeyGiven()
    {
        var snapshot = SortedSnapshot.FromSorted([Make("n/a", 1), Make("n/b", 2), Make("n/c", 3), Make("o/a", 4)]);
        Assert.Equal(["n/b", "n/c"], snapshot.Range("n/", "n/a\0").Select(each => each.Key));
    }

    private static StoredObject Make(string key, long revision) => new(key, new Revision(revision), new ConfigMap { Metadata = new() { Name = key } });
}
