using Xunit;

namespace Cybernetes.Api.Rules.Tests.Recordings;

/// <summary>The rules against upstream's recorded answers. What depends on the server (names taken, admission, allocation) is not asked here.</summary>
public sealed class RecordingTests
{
    /// <summary>The files, each with the least share of cases, in percent, that must be answered as upstream does.</summary>
    public static TheoryData<string, double> Files()
    {
        var data = new TheoryData<string, double>();
        foreach (var line in File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "floors.txt")))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            data.Add(parts[0], double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void TheRulesAnswerAsUpstreamDid(string name, double floor)
    {
        var folder = Spec.Folder();
        Assert.SkipWhen(folder is null, "the wire facts (shared/spec) do not stand beside the repository");
        var replay = Replay.Of(System.IO.Path.Combine(folder!, "recordings", name + ".jsonl"));
        var share = 100.0 * replay.Passed / replay.Cases;
        if (Environment.GetEnvironmentVariable("C8S_REPLAY_REPORT") is { Length: > 0 } report)
        {
            Directory.CreateDirectory(report);
            File.WriteAllText(System.IO.Path.Combine(report, name + ".txt"), $"{name} {share:0.0} {replay.Passed}/{replay.Cases}\n{string.Join('\n', replay.Differences)}\n");
        }

        Assert.True(share >= floor, $"{replay.Passed} of {replay.Cases} ({share:0.0} %), at least {floor} % expected; the first that differ:\n{string.Join('\n', replay.Differences.Take(5))}");
    }
}
