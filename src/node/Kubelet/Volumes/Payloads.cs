using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Envs;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>Gathers the files of configMap, secret, downward API and projected volumes. Thread-safe.</summary>
internal sealed class Payloads(ObjectCache objects, TokenStore tokens)
{
    private const int DefaultMode = 0x1a4; // 0644

    public async Task<Dictionary<string, PayloadFile>> ConfigMapAsync(Pod pod, string name, ValueList<KeyToPath> items, int? mode, bool optional, CancellationToken cancellationToken)
    {
        var map = await objects.ConfigMapAsync(pod.Metadata.Namespace, name, optional, cancellationToken).ConfigureAwait(false);
        Dictionary<string, Bytes> data = [];
        foreach (var (key, value) in map?.Data ?? default)
        {
            data[key] = Bytes.FromText(value);
        }

        foreach (var (key, value) in map?.BinaryData ?? default)
        {
            data[key] = value;
        }

        return Select(data, items, mode ?? DefaultMode, optional, "configmap");
    }

    public async Task<Dictionary<string, PayloadFile>> SecretAsync(Pod pod, string name, ValueList<KeyToPath> items, int? mode, bool optional, CancellationToken cancellationToken)
    {
        var secret = await objects.SecretAsync(pod.Metadata.Namespace, name, optional, cancellationToken).ConfigureAwait(false);
        var data = (secret?.Data ?? default).ToDictionary(d => d.Key, d => d.Value);
        return Select(data, items, mode ?? DefaultMode, optional, "secret");
    }

    public static Dictionary<string, PayloadFile> Downward(Pod pod, ValueList<DownwardAPIVolumeFile> items, int? mode, IReadOnlyList<string> podIps, NodeFacts node)
    {
        Dictionary<string, PayloadFile> files = [];
        foreach (var item in items)
        {
            var text = item switch
            {
                { FieldRef: { } field } => FieldPaths.Field(pod, field.FieldPath, podIps, node.HostIps),
                { ResourceFieldRef: { } resource } => FieldPaths.Resource(
                    pod.Spec.Containers.Concat(pod.Spec.InitContainers).FirstOrDefault(c => c.Name == resource.ContainerName)
                        ?? throw new ConfigErrorException($"container {resource.ContainerName} not found"),
                    resource,
                    node.Allocatable),
                _ => "",
            };
            files[item.Path] = new(Encoding.UTF8.GetBytes(text), item.Mode ?? mode ?? DefaultMode);
        }

        return files;
    }

    public async Task<Dictionary<string, PayloadFile>> ProjectedAsync(Pod pod, ProjectedVolumeSource source, IReadOnlyList<string> podIps, NodeFacts node, CancellationToken cancellationToken)
    {
        Dictionary<string, PayloadFile> files = [];
        var mode = source.DefaultMode ?? DefaultMode;
        foreach (var one in source.Sources)
        {
            var part = one switch
            {
                { ConfigMap: { } map } => await ConfigMapAsync(pod, map.LocalObjectReference.Name, map.Items, mode, map.Optional == true, cancellationToken).ConfigureAwait(false),
                { Secret: { } secret } => await SecretAsync(pod, secret.LocalObjectReference.Name, secret.Items, mode, secret.Optional == true, cancellationToken).ConfigureAwait(false),
                { DownwardAPI: { } downward } => Downward(pod, downward.Items, mode, podIps, node),
                { ServiceAccountToken: { } token } => await TokenAsync(pod, token, mode, cancellationToken).ConfigureAwait(false),
                { ClusterTrustBundle: { } bundle } => await TrustBundles.FilesAsync(objects, bundle, mode, cancellationToken).ConfigureAwait(false),
                _ => [],
            };
            foreach (var (path, file) in part)
            {
                files[path] = file;
            }
        }

        return files;
    }

    private async Task<Dictionary<string, PayloadFile>> TokenAsync(Pod pod, ServiceAccountTokenProjection projection, int mode, CancellationToken cancellationToken)
    {
        // Without an fsGroup the token belongs to the one user all containers run as, so that it need not be readable for all.
        var fsGroup = pod.Spec.SecurityContext?.FsGroup;
        var users = pod.Spec.InitContainers.Concat(pod.Spec.Containers).Select(c => c.SecurityContext?.RunAsUser ?? pod.Spec.SecurityContext?.RunAsUser).Distinct().ToList();
        var user = fsGroup is null && users is [{ } one] ? one : (long?)null;
        var token = await tokens.GetAsync(pod, projection.Audience, projection.ExpirationSeconds ?? 3600, cancellationToken).ConfigureAwait(false);
        return new() { [projection.Path] = new(Encoding.UTF8.GetBytes(token), user is not null || fsGroup is not null ? 0x180 : mode, user) };
    }

    private static Dictionary<string, PayloadFile> Select(Dictionary<string, Bytes> data, ValueList<KeyToPath> items, int mode, bool optional, string kind)
    {
        if (items.IsEmpty)
        {
            return data.ToDictionary(d => d.Key, d => new PayloadFile(d.Value.Memory, mode));
        }

        Dictionary<string, PayloadFile> files = [];
        foreach (var item in items)
        {
            if (data.TryGetValue(item.Key, out var content))
            {
                files[item.Path] = new(content.Memory, item.Mode ?? mode);
            }
            else if (!optional)
            {
                throw new ConfigErrorException(kind == "secret" ? $"references non-existent secret key: {item.Key}" : $"configmap references non-existent config key: {item.Key}");
            }
        }

        return files;
    }
}
