using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Pods;

/// <summary>Makes static pods of manifests: what the API server would have filled in, and a uid that changes with the manifest. Pure.</summary>
internal static class ManifestParser
{
    /// <summary>The pod or the pods of a list, in JSON or YAML; throws <see cref="InvalidDataException"/> or <see cref="WireException"/>.</summary>
    public static IReadOnlyList<Pod> Parse(string text)
    {
        var value = text.TrimStart().StartsWith('{') ? Value.ParseJson(text) : YamlReader.Read(Encoding.UTF8.GetBytes(text));
        return value["kind"].AsString switch
        {
            "Pod" => [Value.FromValue<Pod>(value)],
            "PodList" or "List" => [.. Value.FromValue<PodList>(value).Items],
            var kind => throw new InvalidDataException($"couldn't parse as pod(no kind Pod in it: \"{kind}\")"),
        };
    }

    /// <summary>The pod as it runs on a node. <paramref name="seen"/> is when this very manifest was first seen.</summary>
    public static Pod Complete(Pod pod, string source, string origin, string nodeName, Func<string, string> seen)
    {
        if (pod.Metadata.Name.Length == 0 || pod.Spec.Containers.IsEmpty)
        {
            throw new InvalidDataException("invalid pod: name and containers are required");
        }

        var content = Encoding.UTF8.GetBytes(nodeName + "\n" + origin + "\n" + Encoding.UTF8.GetString(JsonEncoder.ToArray(pod)));
        var hash = Convert.ToHexStringLower(MD5.HashData(content));
        return pod with
        {
            Metadata = pod.Metadata with
            {
                Name = $"{pod.Metadata.Name}-{nodeName}",
                Namespace = pod.Metadata.Namespace.Length > 0 ? pod.Metadata.Namespace : "default",
                Uid = hash,
                Annotations = pod.Metadata.Annotations
                    .With(PodExtensions.ConfigSource, source)
                    .With(PodExtensions.ConfigHash, hash)
                    .With(PodExtensions.ConfigSeen, seen(hash)),
            },
            Spec = StaticPodDefaults.Apply(pod.Spec) with { NodeName = nodeName },
            Status = new() { Phase = "Pending" },
        };
    }
}
