using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.Cache;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Tests.Cache;

public sealed class WatchCacheTests
{
    private readonly WatchCache _cache = new("configmaps", capacity: 4);

    public WatchCacheTests() => _cache.Load(SortedSnapshot.Empty, new Revision(10));

    [Fact]
    public void AWatcherReadsEveryChangeAfterItsRevisionOnce()
    {
        Write(11, "a");
        Write(13, "b");
        Write(14, "a");
        var position = _cache.PositionAfter(new Revision(11), out _)!.Value;
        Assert.Equal([13, 14], Read(ref position).Select(change => change.Revision.Value));
        Assert.Empty(Read(ref position));
    }

    [Fact]
    public void ARevisionOlderThanTheRingIsRefusedWithTheOldestOneKept()
    {
        for (var revision = 11; revision <= 16; revision++)
        {
            Write(revision, "a");
        }

        Assert.Null(_cache.PositionAfter(new Revision(11), out var oldest));
        Assert.Equal(13, oldest.Value);
    }

    [Fact]
    public void AWatcherThatFellOffTheRingIsEnded()
    {
        Write(11, "a");
        var position = 0L;
        for (var revision = 12; revision <= 20; revision++)
        {
            Write(revision, "a");
        }

        Assert.Throws<WatcherTooSlowException>(() => _cache.TryRead(ref position, out _));
    }

    [Fact]
    public void ADeletionShowsTheLastStateWithTheVersionOfTheDeletion()
    {
        Write(11, "a");
        _cache.Apply(new Revision(12), "a", null);
        var position = _cache.PositionAfter(new Revision(11), out _)!.Value;
        var change = Assert.Single(Read(ref position));
        Assert.Null(change.New);
        Assert.Equal("12", change.Last.Object.Metadata.ResourceVersion);
    }

    [Fact]
    public void ASubscriberSeesWhatIsThereAndThenEveryChange()
    {
        Write(11, "a");
        var seen = new List<string>();
        using (_cache.Subscribe(change => seen.Add($"{change.Old?.Revision.Value}->{change.New?.Revision.Value}")))
        {
            Write(12, "a");
        }

        Write(13, "a");
        Assert.Equal(["->11", "11->12"], seen);
    }

    private List<CacheEvent> Read(ref long position)
    {
        var all = new List<CacheEvent>();
        while (_cache.TryRead(ref position, out var change))
        {
            all.Add(change);
        }

        return all;
    }

    private void Write(long revision, string key) => _cache.Apply(
        new Revision(revision), key, new StoredObject(key, new Revision(revision), new ConfigMap { Metadata = new() { Name = key, ResourceVersion = $"{revision}" } }));
}
