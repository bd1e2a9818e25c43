using System.Diagnostics;
using Cybernetes.Store.Contract;
using Cybernetes.Store.Embedded;
using Cybernetes.Store.Etcd;
using Cybernetes.Store.Load;

namespace Cybernetes.Store.Robustness.Tests;

/// <summary>kill -9 at random moments under load: C8S_KILLS rounds (20 by default; 200 is the goal).</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("C8S_KILLS") ?? "20");
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("c8s-kill-");
    private readonly CancellationTokenSource _timeout = new(TimeSpan.FromSeconds(60 + (5 * Rounds)));

    private string StorePath => Path.Combine(_directory.FullName, "state.db");

    public void Dispose()
    {
        _timeout.Dispose();
        _directory.Delete(recursive: true);
    }

    private async Task<HistoryCheck> CheckAsync(ChildRounds rounds)
    {
        await using var store = EmbeddedStore.Open(StorePath);
        return new HistoryCheck(rounds.Journal, await HistoryCheck.ReadAsync(store, _timeout.Token), 2);
    }

    [Fact]
    public async Task EmbeddedStoreKeepsWhatItAcknowledgedThroughKills()
    {
        var rounds = new ChildRounds(StorePath, seed: Random.Shared.Next());
        for (var round = 0; round < Rounds; round++)
        {
            await rounds.RunAsync(round, _timeout.Token);
        }
        var check = await CheckAsync(rounds);
        output.WriteLine($"{Rounds} kills, {check.Answered} answers, {check.Revisions} revisions");
        Assert.True(check.Answered > 0);
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("twice")]
    [InlineData("stale")]
    [InlineData("skip")]
    public async Task PlantedBugIsFound(string bug)
    {
        var rounds = new ChildRounds(StorePath, seed: 1, bug);
        for (var round = 0; round < 30; round++)
        {
            // On a busy machine a round may be over before the bug had its turn.
            await rounds.RunAsync(round, _timeout.Token);
            try
            {
                await CheckAsync(rounds);
            }
            catch (InvalidOperationException found)
            {
                output.WriteLine(found.Message);
                return;
            }
        }
        Assert.Fail("the bug was not found");
    }

    [Fact]
    public async Task UnacknowledgedRestOfATornLogIsDropped()
    {
        var rounds = new ChildRounds(StorePath, seed: 5);
        await rounds.RunAsync(0, _timeout.Token);
        await using (var log = new FileStream(StorePath + "-wal", FileMode.Open))
        {
            // Half a frame more than what is there, as a write cut short leaves it.
            log.Position = log.Length;
            await log.WriteAsync(new byte[3000]);
        }
        await rounds.RunAsync(1, _timeout.Token);
        await CheckAsync(rounds);
    }

    [Fact]
    public async Task EtcdThroughOurClientKeepsWhatItAcknowledgedThroughKills()
    {
        Assert.SkipUnless(EtcdCluster.IsInstalled, "etcd is not installed");
        await using var cluster = await EtcdCluster.StartAsync(1, token: _timeout.Token);
        await using var store = new EtcdStore(new EtcdOptions { Endpoints = cluster.Endpoints, CallTimeout = TimeSpan.FromSeconds(10) });
        var lines = new List<string>();
        var journal = new Journal(lines.Add);
        using var stop = new CancellationTokenSource();
        var load = new LoadRun(store, journal, "etcd", 1).RunAsync(8, new Revision(2), stop.Token);
        for (var round = 0; round < Rounds; round++)
        {
            await Task.Delay(Random.Shared.Next(1, 250), _timeout.Token);
            await cluster.KillAsync(0);
            cluster.Start(0);
            var answered = Stopwatch.StartNew();
            while (lines.Count is var before && answered.Elapsed < TimeSpan.FromSeconds(20))
            {
                await Task.Delay(20, _timeout.Token);
                if (lines.Count > before + 50)
                {
                    break;
                }
            }
        }
        await stop.CancelAsync();
        await load;
        var check = new HistoryCheck(lines, await HistoryCheck.ReadAsync(store, _timeout.Token), 2);
        output.WriteLine($"{Rounds} kills, {check.Answered} answers, {check.Revisions} revisions");
    }
}
