using Cybernetes.Supervision;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Tests.Supervision;

public sealed class SupervisorTests
{
    private static readonly RestartPolicy AtOnce = new() { FirstPause = TimeSpan.Zero, MaxFailures = 4 };

    [Fact]
    public async Task WhatFailsIsStartedAgainAndThenForgiven()
    {
        await using var supervisor = new Supervisor(AtOnce, NullLogger.Instance, TimeProvider.System);
        var runs = 0;
        var works = new TaskCompletionSource();
        supervisor.Start(new Component("flaky", "", async stop =>
        {
            if (++runs < 3)
            {
                throw new IOException("not yet");
            }

            works.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
        }));
        await supervisor.WaitAsync(works.Task);
        Assert.Equal(3, runs);
        Assert.False(supervisor.Failed.IsCompleted);
    }

    [Fact]
    public async Task WhatKeepsFailingIsGivenUpWithItsNameItsCauseAndAdvice()
    {
        await using var supervisor = new Supervisor(AtOnce, NullLogger.Instance, TimeProvider.System);
        supervisor.Start(new Component("DNS", "give it a port", _ => throw new IOException("address not available")));
        var failed = await Assert.ThrowsAsync<ComponentFailedException>(() => supervisor.WaitAsync(new TaskCompletionSource().Task));
        Assert.Equal("DNS failed 4 times in a row, at last: address not available", failed.Message);
        Assert.Equal("give it a port", failed.Advice);
    }

    [Fact]
    public async Task WhatCannotBeStartedAgainIsGivenUpAtOnce()
    {
        await using var supervisor = new Supervisor(AtOnce, NullLogger.Instance, TimeProvider.System);
        supervisor.Start(new Component("API server", "", _ => throw new IOException("disk gone")) { CanRestart = false });
        Assert.Equal("API server failed: disk gone", (await supervisor.Failed).Message);
    }

    [Fact]
    public async Task ARestartThatWasAskedForIsNoFailure()
    {
        await using var supervisor = new Supervisor(AtOnce with { MaxFailures = 1 }, NullLogger.Instance, TimeProvider.System);
        var runs = 0;
        using var running = new SemaphoreSlim(0);
        supervisor.Start(new Component("controllers", "", async stop =>
        {
            runs++;
            running.Release();
            await Task.Delay(Timeout.Infinite, stop);
        }));
        await running.WaitAsync(TestContext.Current.CancellationToken);
        supervisor.Restart("controllers");
        await running.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, runs);
        Assert.False(supervisor.Failed.IsCompleted);
    }

    [Fact]
    public void PausesDoubleAndALongRunMakesFailuresForgotten()
    {
        var policy = new RestartPolicy();
        Assert.Equal([0.5, 1, 2, 4, 8, 16, null], Enumerable.Range(1, 7).Select(failures => policy.Pause(failures)?.TotalSeconds));
        Assert.Equal(6, policy.Count(5, TimeSpan.FromSeconds(59)));
        Assert.Equal(1, policy.Count(5, TimeSpan.FromMinutes(1)));
    }
}
