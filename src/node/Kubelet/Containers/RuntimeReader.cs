using System.Globalization;
using System.Text;
using Cybernetes.Cri;
using Cybernetes.Cri.Logs;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Reads what the runtime holds of a pod. Thread-safe.</summary>
internal sealed class RuntimeReader(IRuntimeService runtime)
{
    private const int MaxMessage = 4096;
    private const int MaxFallbackMessage = 2048;
    private const int MaxFallbackLines = 80;

    public async Task<PodRuntime> ReadAsync(string uid, string name, string @namespace, CancellationToken cancellationToken)
    {
        var sandboxFilter = new V1.PodSandboxFilter { LabelSelector = { [ContainerLabels.PodUid] = uid } };
        var containerFilter = new V1.ContainerFilter { LabelSelector = { [ContainerLabels.PodUid] = uid } };
        var sandboxes = await runtime.ListPodSandboxesAsync(sandboxFilter, cancellationToken).ConfigureAwait(false);
        var containers = await runtime.ListContainersAsync(containerFilter, cancellationToken).ConfigureAwait(false);
        List<SandboxRecord> sandboxRecords = [];
        foreach (var sandbox in sandboxes.OrderByDescending(s => s.CreatedAt))
        {
            if (await ReadSandboxAsync(sandbox.Id, cancellationToken).ConfigureAwait(false) is { } record)
            {
                sandboxRecords.Add(record);
            }
        }

        List<ContainerRecord> records = [];
        foreach (var container in containers.OrderByDescending(c => c.CreatedAt))
        {
            if (await ReadContainerAsync(container, cancellationToken).ConfigureAwait(false) is { } record)
            {
                records.Add(record);
            }
        }

        return new(uid, name, @namespace, sandboxRecords, records);
    }

    private async Task<SandboxRecord?> ReadSandboxAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var status = (await runtime.PodSandboxStatusAsync(id, verbose: false, cancellationToken).ConfigureAwait(false)).Status;
            List<string> ips = status.Network?.Ip is { Length: > 0 } ip ? [ip, .. status.Network.AdditionalIps.Select(a => a.Ip)] : [];
            var onHost = status.Linux?.Namespaces?.Options?.Network == V1.NamespaceMode.Node;
            return new(id, status.Metadata.Attempt, status.State == V1.PodSandboxState.SandboxReady, Moment(status.CreatedAt), ips, onHost, status.RuntimeHandler);
        }
        catch (CriException e) when (e.IsNotFound)
        {
            return null; // removed between the list and the look
        }
    }

    private async Task<ContainerRecord?> ReadContainerAsync(V1.Container container, CancellationToken cancellationToken)
    {
        V1.ContainerStatus status;
        try
        {
            status = (await runtime.ContainerStatusAsync(container.Id, verbose: false, cancellationToken).ConfigureAwait(false)).Status;
        }
        catch (CriException e) when (e.IsNotFound)
        {
            return null;
        }

        var ended = status.State == V1.ContainerState.ContainerExited;
        return new()
        {
            Id = status.Id,
            Name = container.Labels.TryGetValue(ContainerLabels.ContainerName, out var name) ? name : container.Metadata.Name,
            SandboxId = container.PodSandboxId,
            State = status.State switch
            {
                V1.ContainerState.ContainerCreated => RunState.Created,
                V1.ContainerState.ContainerRunning => RunState.Running,
                V1.ContainerState.ContainerExited => RunState.Exited,
                _ => RunState.Unknown,
            },
            CreatedAt = Moment(status.CreatedAt),
            StartedAt = Moment(status.StartedAt),
            FinishedAt = Moment(status.FinishedAt),
            ExitCode = status.ExitCode,
            Image = status.Image?.Image ?? "",
            ImageRef = status.ImageRef,
            Hash = container.Annotations.TryGetValue(ContainerLabels.Hash, out var hash) ? hash : "",
            RestartCount = container.Annotations.TryGetValue(ContainerLabels.RestartCount, out var count) && int.TryParse(count, CultureInfo.InvariantCulture, out var number) ? number : 0,
            Reason = status.Reason,
            Message = ended ? TerminationMessage(container, status) : status.Message,
            Resources = status.Resources?.Linux,
            User = status.User?.Linux,
            Mounts = status.Mounts,
            LogPath = status.LogPath,
        };
    }

    /// <summary>What the container wrote to its termination message file, or, where asked for after a failure, the end of its log.</summary>
    private static string TerminationMessage(V1.Container container, V1.ContainerStatus status)
    {
        container.Annotations.TryGetValue(ContainerLabels.TerminationMessagePath, out var path);
        container.Annotations.TryGetValue(ContainerLabels.TerminationMessagePolicy, out var policy);
        var mount = path is { Length: > 0 } ? status.Mounts.FirstOrDefault(m => m.ContainerPath == path) : null;
        var message = "";
        try
        {
            if (mount is not null)
            {
                using var file = new FileStream(mount.HostPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[MaxMessage];
                message = Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            }

            if (message.Length == 0 && policy == "FallbackToLogsOnError" && status.ExitCode != 0 && File.Exists(status.LogPath))
            {
                message = LogTail(status.LogPath);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            message = $"Error on reading termination log {mount?.HostPath}: {e.Message}";
        }

        return message.Length > 0 ? message : status.Message;
    }

    private static string LogTail(string path)
    {
        List<byte> text = [];
        var lines = File.ReadLines(path, Encoding.Latin1).TakeLast(MaxFallbackLines);
        foreach (var line in lines)
        {
            if (CriLogLine.TryParse(Encoding.Latin1.GetBytes(line), out var entry))
            {
                text.AddRange(entry.Content.Span);
                if (!entry.IsPartial)
                {
                    text.Add((byte)'\n');
                }
            }
        }

        return Encoding.UTF8.GetString([.. text.TakeLast(MaxFallbackMessage)]);
    }

    private static DateTimeOffset Moment(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / 100);
}
