using Cybernetes.Api.CoreV1;

namespace Cybernetes.Server.Robustness.Tests;

/// <summary>kill -9 under load, again and again: what was answered is there, and who watches misses nothing.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Writers = 8;
    private static readonly int _rounds = int.Parse(Environment.GetEnvironmentVariable("C8S_KILLS") ?? "20", System.Globalization.CultureInfo.InvariantCulture);
    private readonly KilledServer _server = new();
    private readonly CancellationTokenSource _timeout = new(TimeSpan.FromSeconds(60 + (10 * _rounds)));

    public void Dispose()
    {
        _timeout.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task WhatWasAnsweredIsThereAndWatchersMissNothing()
    {
        var token = _timeout.Token;
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var writers = Enumerable.Range(0, Writers).Select(i => new Writer($"kill-{i}", seed + i)).ToArray();
        await _server.StartAsync(token);
        var follower = new Follower((await _server.Client.ListAsync<ConfigMap>("default", cancellationToken: token)).OrThrow().Metadata.ResourceVersion);
        for (var round = 0; round < _rounds; round++)
        {
            var following = follower.RunAsync(_server.Client, token);
            var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var writing = writers.Select(writer => writer.RunAsync(_server.Client, () => first.TrySetResult(), token)).ToArray();
            await first.Task.WaitAsync(token);
            await Task.Delay(random.Next(1, 400), token);
            await _server.KillAsync(token);
            await Task.WhenAll([.. writing, following]);

            await _server.StartAsync(token);
            var found = (await _server.Client.ListAsync<ConfigMap>("default", cancellationToken: token)).OrThrow();
            foreach (var writer in writers)
            {
                writer.Settle(found.Items.FirstOrDefault(map => map.Metadata.Name == writer.Name));
            }

            await CatchUpAsync(follower, writers, token);
        }

        output.WriteLine($"{_rounds} kills, {writers.Sum(writer => writer.Acknowledged.Count)} acknowledged writes");
    }

    /// <summary>The follower goes on from where it was until it has all; a miss ends in the timeout.</summary>
    private async Task CatchUpAsync(Follower follower, Writer[] writers, CancellationToken token)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(token);
        var following = follower.RunAsync(_server.Client, enough.Token);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!follower.HasAll(writers))
        {
            Assert.False(patience.IsCancellationRequested, "the watcher missed a write");
            await Task.Delay(5, token);
        }

        await enough.CancelAsync();
        await following;
    }
}
