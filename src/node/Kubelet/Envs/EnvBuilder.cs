using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Envs;

/// <summary>What of the node and the pod an environment may refer to.</summary>
internal sealed record EnvContext(IReadOnlyList<string> PodIps, IReadOnlyList<string> HostIps, ValueMap<Quantity> Allocatable, Func<string, string?> VolumePath);

/// <summary>Gathers a container's environment from every source and expands references in it. Thread-safe.</summary>
internal sealed class EnvBuilder(ObjectCache objects)
{
    /// <summary>The variables in order; throws <see cref="ConfigErrorException"/> when a source is missing.</summary>
    public async Task<List<KeyValuePair<string, string>>> BuildAsync(Pod pod, Container container, EnvContext context, CancellationToken cancellationToken)
    {
        OrderedDictionary<string, string> result = [];
        var existing = objects.ServicesOf(pod.Metadata.Namespace);
        if (existing is null && !pod.IsStatic)
        {
            throw new ConfigErrorException("services have not yet been read at least once, cannot construct envvars");
        }

        var services = ServiceVariables.For(pod.Metadata.Namespace, pod.Spec.EnableServiceLinks ?? true, existing ?? []).ToDictionary(v => v.Key, v => v.Value);
        foreach (var source in container.EnvFrom)
        {
            await AddAllAsync(pod, source, result, cancellationToken).ConfigureAwait(false);
        }

        foreach (var variable in container.Env)
        {
            var value = variable.Value.Length > 0
                ? Expansion.Expand(variable.Value, name => result.GetValueOrDefault(name) ?? services.GetValueOrDefault(name))
                : variable.ValueFrom is { } from ? await ResolveAsync(pod, container, from, context, cancellationToken).ConfigureAwait(false) : "";
            if (value is not null)
            {
                result[variable.Name] = value;
            }
        }

        foreach (var (name, value) in services)
        {
            result.TryAdd(name, value);
        }

        return [.. result];
    }

    private async Task AddAllAsync(Pod pod, EnvFromSource source, OrderedDictionary<string, string> result, CancellationToken cancellationToken)
    {
        if (source.ConfigMapRef is { } mapRef)
        {
            var map = await objects.ConfigMapAsync(pod.Metadata.Namespace, mapRef.LocalObjectReference.Name, mapRef.Optional == true, cancellationToken).ConfigureAwait(false);
            foreach (var (key, value) in map?.Data ?? default)
            {
                result[source.Prefix + key] = value;
            }
        }

        if (source.SecretRef is { } secretRef)
        {
            var secret = await objects.SecretAsync(pod.Metadata.Namespace, secretRef.LocalObjectReference.Name, secretRef.Optional == true, cancellationToken).ConfigureAwait(false);
            foreach (var (key, value) in secret?.Data ?? default)
            {
                result[source.Prefix + key] = Encoding.UTF8.GetString(value.Span);
            }
        }
    }

    /// <summary>The value of a source; null when it is optional and not there.</summary>
    private async Task<string?> ResolveAsync(Pod pod, Container container, EnvVarSource from, EnvContext context, CancellationToken cancellationToken)
    {
        var @namespace = pod.Metadata.Namespace;
        switch (from)
        {
            case { FieldRef: { } field }:
                return FieldPaths.Field(pod, field.FieldPath, context.PodIps, context.HostIps);
            case { ResourceFieldRef: { } resource }:
                var of = resource.ContainerName.Length > 0 ? pod.Spec.Containers.FirstOrDefault(c => c.Name == resource.ContainerName) ?? container : container;
                return FieldPaths.Resource(of, resource, context.Allocatable);
            case { ConfigMapKeyRef: { } key }:
                var map = await objects.ConfigMapAsync(@namespace, key.LocalObjectReference.Name, key.Optional == true, cancellationToken).ConfigureAwait(false);
                return map is not null && map.Data.TryGetValue(key.Key, out var text) ? text
                    : key.Optional == true ? null
                    : throw new ConfigErrorException($"couldn't find key {key.Key} in ConfigMap {@namespace}/{key.LocalObjectReference.Name}");
            case { SecretKeyRef: { } key }:
                var secret = await objects.SecretAsync(@namespace, key.LocalObjectReference.Name, key.Optional == true, cancellationToken).ConfigureAwait(false);
                return secret is not null && secret.Data.TryGetValue(key.Key, out var bytes) ? Encoding.UTF8.GetString(bytes.Span)
                    : key.Optional == true ? null
                    : throw new ConfigErrorException($"couldn't find key {key.Key} in Secret {@namespace}/{key.LocalObjectReference.Name}");
            case { FileKeyRef: { } file }:
                return FromFile(file, context);
            default:
                return "";
        }
    }

    private static string? FromFile(FileKeySelector selector, EnvContext context)
    {
        var root = context.VolumePath(selector.VolumeName) ?? throw new ConfigErrorException($"cannot find the volume \"{selector.VolumeName}\" referenced by FileKeyRef");
        var path = Path.GetFullPath(Path.Combine(root, selector.Path));
        if (path.StartsWith(root + "/", StringComparison.Ordinal) && File.Exists(path) && !new FileInfo(path).Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            foreach (var line in File.ReadLines(path))
            {
                var equals = line.IndexOf('=');
                if (equals > 0 && !line.StartsWith('#') && line[..equals].Trim() == selector.Key)
                {
                    return line[(equals + 1)..].Trim().Trim('\'');
                }
            }
        }

        return selector.Optional == true ? null : throw new ConfigErrorException($"environment variable key \"{selector.Key}\" not found in file");
    }
}
