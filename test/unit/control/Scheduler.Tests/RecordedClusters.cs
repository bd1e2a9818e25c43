using System.Text;
using System.Text.Json;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Scheduler.Tests;

/// <summary>Small random clusters, and what upstream's scheduler did with the pods that came.</summary>
internal sealed record RecordedCluster(int Id, Node[] Nodes, Pod[] There, Pod[] Pods, RecordedOutcome[] Outcomes, string[] Evicted)
{
    /// <summary>The file, beside the checkout or where C8S_SPEC says; null where it is not.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("C8S_SPEC") is { Length: > 0 } spec)
        {
            return Path.Combine(spec, "scheduling.jsonl");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "spec", "scheduling.jsonl");
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    public static IEnumerable<RecordedCluster> ReadAll(string file) => File.ReadLines(file).Select(Read);

    private static RecordedCluster Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new(
            root.GetProperty("id").GetInt32(),
            Objects<Node>(root.GetProperty("nodes")),
            Objects<Pod>(root.GetProperty("there")),
            Objects<Pod>(root.GetProperty("pods")),
            [.. root.GetProperty("outcomes").EnumerateArray().Select(RecordedOutcome.Read)],
            [.. root.GetProperty("evicted").EnumerateArray().Select(name => name.GetString()!)]);
    }

    private static T[] Objects<T>(JsonElement list)
        where T : IMessage<T> =>
        [.. list.EnumerateArray().Select(item => JsonDecoder.Read<T>(Encoding.UTF8.GetBytes(item.GetRawText())))];
}

/// <summary>What became of one pod.</summary>
internal sealed record RecordedOutcome(string? Node, bool Scheduled, string? Reason, string? Message, string? Nominated)
{
    public static RecordedOutcome Read(JsonElement outcome) => new(
        Text(outcome, "node"),
        outcome.TryGetProperty("scheduled", out _),
        Text(outcome, "reason"),
        Text(outcome, "message"),
        Text(outcome, "nominated"));

    private static string? Text(JsonElement outcome, string name) => outcome.TryGetProperty(name, out var value) ? value.GetString() : null;
}
