using System.Diagnostics;
using Cybernetes.Store.Contract;
using Cybernetes.Store.Embedded;

namespace Cybernetes.Store.Robustness.Tests;

/// <summary>Power loss: after each kill the files are cut back to what was fsynced, which a small preloaded library keeps account of.</summary>
public sealed class PowerLossTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("C8S_KILLS") ?? "20");
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("c8s-power-");
    private readonly CancellationTokenSource _timeout = new(TimeSpan.FromSeconds(60 + (5 * Rounds)));

    private string StorePath => Path.Combine(_directory.FullName, "state.db");

    public void Dispose()
    {
        _timeout.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task NothingAcknowledgedIsLostWithThePower()
    {
        Assert.SkipWhen(EtcdCluster.Find("gcc") is null, "gcc is not installed");
        var library = Path.Combine(_directory.FullName, "fsynced.so");
        using (var gcc = Process.Start("gcc", ["-shared", "-fPIC", "-O1", "-o", library, Path.Combine(AppContext.BaseDirectory, "fsynced.c"), "-ldl", "-lpthread"]))
        {
            await gcc.WaitForExitAsync(_timeout.Token);
            Assert.Equal(0, gcc.ExitCode);
        }
        var rounds = new ChildRounds(StorePath, seed: Random.Shared.Next(), preload: library);
        var lost = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            await rounds.RunAsync(round, _timeout.Token);
            lost += CutBack(StorePath) + CutBack(StorePath + "-wal");
            File.Delete(StorePath + "-shm");
        }
        await using var store = EmbeddedStore.Open(StorePath);
        var check = new HistoryCheck(rounds.Journal, await HistoryCheck.ReadAsync(store, _timeout.Token), 2);
        output.WriteLine($"{Rounds} power losses, {check.Answered} answers, {check.Revisions} revisions; {lost} bytes had not been fsynced");
    }

    /// <summary>Puts what was fsynced in the file's place; how many bytes differed.</summary>
    private static long CutBack(string path)
    {
        var durable = path + ".durable";
        if (!File.Exists(durable))
        {
            File.Delete(path);
            return 0;
        }
        var now = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var kept = File.ReadAllBytes(durable);
        File.WriteAllBytes(path, kept);
        var same = now.Zip(kept).LongCount(pair => pair.First == pair.Second);
        return Math.Max(now.Length, kept.Length) - same;
    }
}
