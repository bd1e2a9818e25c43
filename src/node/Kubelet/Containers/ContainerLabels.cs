using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>The labels and annotations by which the kubelet knows its containers again after a restart.</summary>
internal static class ContainerLabels
{
    public const string PodName = "io.kubernetes.pod.name";
    public const string PodNamespace = "io.kubernetes.pod.namespace";
    public const string PodUid = "io.kubernetes.pod.uid";
    public const string ContainerName = "io.kubernetes.container.name";
    public const string Hash = "io.kubernetes.container.hash";
    public const string RestartCount = "io.kubernetes.container.restartCount";
    public const string TerminationMessagePath = "io.kubernetes.container.terminationMessagePath";
    public const string TerminationMessagePolicy = "io.kubernetes.container.terminationMessagePolicy";
    public const string PodTerminationGracePeriod = "io.kubernetes.pod.terminationGracePeriod";
    public const string PodDeletionGracePeriod = "io.kubernetes.pod.deletionGracePeriod";
    public const string PreStopHandler = "io.kubernetes.container.preStopHandler";
    public const string Ports = "io.kubernetes.container.ports";

    public static Dictionary<string, string> ForContainer(Pod pod, Container container) => new()
    {
        [PodName] = pod.Metadata.Name,
        [PodNamespace] = pod.Metadata.Namespace,
        [PodUid] = pod.Metadata.Uid,
        [ContainerName] = container.Name,
    };

    public static Dictionary<string, string> ForSandbox(Pod pod)
    {
        var labels = pod.Metadata.Labels.ToDictionary(l => l.Key, l => l.Value);
        labels[PodName] = pod.Metadata.Name;
        labels[PodNamespace] = pod.Metadata.Namespace;
        labels[PodUid] = pod.Metadata.Uid;
        return labels;
    }

    public static Dictionary<string, string> Annotations(Pod pod, Container container, int restartCount)
    {
        Dictionary<string, string> annotations = new()
        {
            [Hash] = SpecHash(container),
            [RestartCount] = restartCount.ToString(CultureInfo.InvariantCulture),
            [TerminationMessagePath] = container.TerminationMessagePath,
            [TerminationMessagePolicy] = container.TerminationMessagePolicy,
        };
        if (pod.Metadata.DeletionGracePeriodSeconds is { } deletion)
        {
            annotations[PodDeletionGracePeriod] = deletion.ToString(CultureInfo.InvariantCulture);
        }

        if (pod.Spec.TerminationGracePeriodSeconds is { } grace)
        {
            annotations[PodTerminationGracePeriod] = grace.ToString(CultureInfo.InvariantCulture);
        }

        return annotations;
    }

    /// <summary>FNV-1a over name and image, the only fields whose change replaces a running container.</summary>
    public static string SpecHash(Container container)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("image", container.Image);
            json.WriteString("name", container.Name);
            json.WriteEndObject();
        }

        var hash = 2166136261u;
        foreach (var b in bytes.GetBuffer().AsSpan(0, (int)bytes.Length))
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash.ToString("x", CultureInfo.InvariantCulture);
    }

    /// <summary>The directory of a pod's logs below the log root.</summary>
    public static string LogDirectory(string root, string @namespace, string name, string uid) => Path.Combine(root, $"{@namespace}_{name}_{uid}");

    /// <summary>A container's log file below its pod's log directory.</summary>
    public static string LogPath(string container, int restartCount) => string.Create(CultureInfo.InvariantCulture, $"{container}/{restartCount}.log");
}
