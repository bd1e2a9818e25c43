using Cybernetes.Scheduler.Queue;
using static Cybernetes.Scheduler.Tests.TestObjects;

namespace Cybernetes.Scheduler.Tests.Queue;

public sealed class SchedulingQueueTests
{
    private static readonly ClusterChange _node = new(ClusterEvent.NodeAdded, "NodeAdd");
    private readonly Clock _clock = new();
    private readonly HashSet<string> _gated = [];
    private readonly SchedulingQueue _queue;

    public SchedulingQueueTests() =>
        _queue = new SchedulingQueue(_clock, new QueueOptions(), pod => _gated.Contains(pod.Uid), (queued, change) => queued.RefusedBy.Contains("NodeName") && change.Is(ClusterEvent.NodeAdded));

    [Fact]
    public void HigherPriorityGoesFirstAndEqualsInOrderOfComing()
    {
        _queue.AddOrUpdate(Pod("first"));
        _clock.Advance(1);
        _queue.AddOrUpdate(Pod("second"));
        _queue.AddOrUpdate(Pod("important", priority: 10));

        Assert.Equal(["important", "first", "second"], [PopName(), PopName(), PopName()]);
        Assert.Null(_queue.Pop());
    }

    [Fact]
    public void ARefusedPodWaitsForAChangeThatMayHelpAndThenForItsBackOff()
    {
        _queue.AddOrUpdate(Pod("a"));
        _queue.PutBack(_queue.Pop()!, new HashSet<string> { "NodeName" });

        _queue.Changed(new ClusterChange(ClusterEvent.Storage, "PersistentVolumeAdd"));
        _clock.Advance(2);
        Assert.Null(_queue.Pop());

        _queue.Changed(_node);
        Assert.Equal("a", PopName());
    }

    [Fact]
    public void BackOffDoublesUpToTenSeconds()
    {
        _queue.AddOrUpdate(Pod("a"));
        foreach (var seconds in (int[])[1, 2, 4, 8, 10, 10])
        {
            _queue.PutBack(_queue.Pop()!, new HashSet<string> { "NodeName" });
            _queue.Changed(_node);
            Assert.Equal(TimeSpan.FromSeconds(seconds), _queue.NextDue());
            _clock.Advance(seconds - 0.1);
            Assert.Null(_queue.Pop());
            _clock.Advance(0.1);
        }

        Assert.Equal("a", PopName());
    }

    [Fact]
    public void WithoutAnyChangeAPodIsTriedAgainAfterFiveMinutes()
    {
        _queue.AddOrUpdate(Pod("a"));
        _queue.PutBack(_queue.Pop()!, new HashSet<string> { "NodeName" });
        Assert.Null(_queue.Pop());
        Assert.Equal(TimeSpan.FromMinutes(5), _queue.NextDue());

        _clock.Advance(300);
        Assert.Equal("a", PopName());
    }

    [Fact]
    public void AGatedPodIsNotTriedBeforeItIsLetIn()
    {
        _gated.Add("a");
        _queue.AddOrUpdate(Pod("a"));
        _queue.Changed(_node);
        Assert.Null(_queue.Pop());
        Assert.Equal(1, _queue.Counts().Gated);

        _gated.Clear();
        _queue.AddOrUpdate(Pod("a"));
        Assert.Equal("a", PopName());
    }

    [Fact]
    public void APodThatLeftWhileItWasTriedIsNotPutBack()
    {
        _queue.AddOrUpdate(Pod("a"));
        var queued = _queue.Pop()!;
        _queue.Remove("a");
        _queue.PutBack(queued, new HashSet<string>(), helped: true);

        _clock.Advance(600);
        Assert.Null(_queue.Pop());
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void AChangeOfItsSpecMovesAPodOn()
    {
        _queue.AddOrUpdate(Pod("a", cpu: "2"));
        _queue.PutBack(_queue.Pop()!, new HashSet<string> { "NodeResourcesFit" });
        _clock.Advance(2);
        _queue.AddOrUpdate(Pod("a", cpu: "1"));
        Assert.Equal("a", PopName());
    }

    private string? PopName() => _queue.Pop()?.Pod.Pod.Metadata.Name;

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(double seconds) => _now += TimeSpan.FromSeconds(seconds);
    }
}
