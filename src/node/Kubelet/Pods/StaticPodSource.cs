using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

using Cybernetes.Kubelet.Containers;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Pods;

/// <summary>Pods from manifest files. A file that cannot be read leaves its pod as it was.</summary>
internal sealed class StaticPodSource(string path, string nodeName, TimeSpan period, TimeProvider time, ILogger log)
{
    private readonly Dictionary<string, Pod> _last = [];

    /// <summary>Reads the files again and again until cancelled, telling what is there each time it differs.</summary>
    public async Task RunAsync(Action<PodUpdate> tell, CancellationToken cancellationToken)
    {
        // Looking more often than asked costs little and lets a new file start at once.
        var look = period < TimeSpan.FromSeconds(1) ? period : TimeSpan.FromSeconds(1);
        using var timer = new PeriodicTimer(look, time);
        string? before = null;
        do
        {
            var pods = Read();
            var now = string.Join('\n', pods.Select(p => p.Metadata.Uid));
            if (now != before)
            {
                tell(new PodUpdate.Snapshot(pods));
                before = now;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The pods of all files, in the order of their names.</summary>
    internal IReadOnlyList<Pod> Read()
    {
        string[] files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal)]
            : File.Exists(path) ? [path] : [];
        foreach (var gone in _last.Keys.Except(files).ToList())
        {
            _last.Remove(gone);
        }

        foreach (var file in files)
        {
            try
            {
                _last[file] = Complete(Parse(File.ReadAllText(file)), file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or WireException or FormatException or InvalidDataException)
            {
                StaticPodLog.Unreadable(log, file, e.Message);
            }
        }

        return [.. _last.Values];
    }

    private static Pod Parse(string text)
    {
        var value = text.TrimStart().StartsWith('{') ? Value.ParseJson(text) : YamlReader.Read(Encoding.UTF8.GetBytes(text));
        if (value["kind"].AsString != "Pod")
        {
            throw new InvalidDataException($"couldn't parse as pod(no kind Pod in it: \"{value["kind"].AsString}\")");
        }

        return Value.FromValue<Pod>(value);
    }

    /// <summary>What the API server would have filled in: the name of the node, the uid, the defaults.</summary>
    private Pod Complete(Pod pod, string file)
    {
        if (pod.Metadata.Name.Length == 0 || pod.Spec.Containers.IsEmpty)
        {
            throw new InvalidDataException("invalid pod: name and containers are required");
        }

        var content = Encoding.UTF8.GetBytes(nodeName + "\n" + file + "\n" + Encoding.UTF8.GetString(JsonEncoder.ToArray(pod)));
        var hash = Convert.ToHexStringLower(MD5.HashData(content));
        var annotations = pod.Metadata.Annotations
            .With(PodExtensions.ConfigSource, "file")
            .With(PodExtensions.ConfigHash, hash)
            .With(PodExtensions.ConfigSeen, _last.GetValueOrDefault(file) is { } known && known.Metadata.Uid == hash
                ? known.Metadata.Annotations[PodExtensions.ConfigSeen]
                : new Time(time.GetUtcNow()).ToString());
        return pod with
        {
            Metadata = pod.Metadata with
            {
                Name = $"{pod.Metadata.Name}-{nodeName}",
                Namespace = pod.Metadata.Namespace.Length > 0 ? pod.Metadata.Namespace : "default",
                Uid = hash,
                Annotations = annotations,
            },
            Spec = StaticPodDefaults.Apply(pod.Spec) with { NodeName = nodeName },
            Status = new() { Phase = "Pending" },
        };
    }
}
