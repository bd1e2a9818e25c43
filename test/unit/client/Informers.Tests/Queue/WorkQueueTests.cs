using Cybernetes.Informers.Queue;

namespace Cybernetes.Informers.Tests.Queue;

public sealed class WorkQueueTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AKeyAddedTwiceIsWorkedOnOnce()
    {
        using var queue = new WorkQueue<string>(TimeProvider.System);
        queue.Add("a");
        queue.Add("a");

        Assert.Equal("a", await queue.TakeAsync(Token));
        queue.Done("a");
        Assert.True(queue.IsIdle);
    }

    [Fact]
    public async Task AKeyAddedWhileWorkedOnComesAgainAfterwards()
    {
        using var queue = new WorkQueue<string>(TimeProvider.System);
        queue.Add("a");
        await queue.TakeAsync(Token);
        queue.Add("a");

        Assert.Equal(0, queue.Count);
        queue.Done("a");
        Assert.Equal("a", await queue.TakeAsync(Token));
    }

    [Fact]
    public async Task ADelayedKeyComesWhenItIsDueAndTheShortestDelayCounts()
    {
        var clock = new StepClock();
        using var queue = new WorkQueue<string>(clock);
        queue.AddAfter("a", TimeSpan.FromSeconds(10));
        queue.AddAfter("a", TimeSpan.FromSeconds(5));
        queue.AddAfter("a", TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, queue.Count);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("a", await queue.TakeAsync(Token));
        queue.Done("a");
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(queue.IsIdle);
    }

    [Fact]
    public void BackOffDoublesUntilForgotten()
    {
        var clock = new StepClock();
        using var queue = new WorkQueue<string>(clock) { BaseDelay = TimeSpan.FromSeconds(1) };
        queue.AddRateLimited("a");
        queue.AddRateLimited("b");
        queue.AddRateLimited("b");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, queue.Count);
        Assert.Equal(2, queue.Requeues("b"));
        queue.Forget("b");
        Assert.Equal(0, queue.Requeues("b"));
    }
}
