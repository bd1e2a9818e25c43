using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
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
                var known = _last.GetValueOrDefault(file)?.Metadata;
                var pod = ManifestParser.Parse(File.ReadAllText(file)) is [var only] ? only : throw new InvalidDataException("a manifest file holds one pod");
                _last[file] = ManifestParser.Complete(pod, "file", file, nodeName, uid => known?.Uid == uid ? known.Annotations[PodExtensions.ConfigSeen] : new Time(time.GetUtcNow()).ToString());
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or WireException or FormatException or InvalidDataException)
            {
                StaticPodLog.Unreadable(log, file, e.Message);
            }
        }

        return [.. _last.Values];
    }
}
