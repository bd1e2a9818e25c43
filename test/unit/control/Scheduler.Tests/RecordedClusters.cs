using System.Text;
using System.Text.Json;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Tests;

/// <summary>Small random clusters, and what upstream's scheduler did with the pods that came.</summary>
internal sealed record RecordedCluster(int Id, Node[] Nodes, Pod[] There, Pod[] Pods, RecordedOutcome[] Outcomes, string[] Evicted)
{
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

/// <summary>A cluster with nothing but nodes and pods.</summary>
internal sealed class NoObjects : IClusterObjects
{
    public ValueMap<string> NamespaceLabels(string name) => default;

    public Selector? OwnerSelector(Pod pod) => null;

    public IEnumerable<PodDisruptionBudget> DisruptionBudgets(string @namespace) => [];

    public PersistentVolumeClaim? Claim(string @namespace, string name) => null;

    public PersistentVolume? Volume(string name) => null;

    public IEnumerable<PersistentVolume> Volumes() => [];

    public StorageClass? StorageClass(string name) => null;

    public CSINode? CsiNode(string name) => null;
}
