using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Dns;
using Cybernetes.Kubelet.Envs;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Kubelet.Resources;
using Cybernetes.Kubelet.Volumes;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>What a container's configuration needs beside its spec.</summary>
internal sealed record ContainerInputs
{
    public required V1.Image Image { get; init; }

    public required string ImageRef { get; init; }

    public required int RestartCount { get; init; }

    public required IReadOnlyList<string> PodIps { get; init; }

    public required IReadOnlyDictionary<string, MountedVolume> Volumes { get; init; }

    public required NodeFacts Node { get; init; }

    /// <summary>The container whose processes an ephemeral container sees.</summary>
    public string TargetContainerId { get; init; } = "";
}

/// <summary>Makes container configurations, and the files that are mounted into containers. Thread-safe.</summary>
internal sealed class ContainerConfigBuilder(KubeletOptions options, EnvBuilder environment, SubPaths subPaths)
{
    /// <summary>Throws <see cref="ConfigErrorException"/> when the container cannot be configured as asked.</summary>
    public async Task<V1.ContainerConfig> BuildAsync(Pod pod, Container container, ContainerInputs inputs, CancellationToken cancellationToken)
    {
        var context = new EnvContext(inputs.PodIps, inputs.Node.HostIps, inputs.Node.Allocatable, name => inputs.Volumes.GetValueOrDefault(name)?.HostPath);
        var variables = await environment.BuildAsync(pod, container, context, cancellationToken).ConfigureAwait(false);
        var values = variables.ToDictionary(v => v.Key, v => v.Value);
        var config = new V1.ContainerConfig
        {
            Metadata = new() { Name = container.Name, Attempt = (uint)inputs.RestartCount },
            Image = new() { Image = inputs.ImageRef, UserSpecifiedImage = container.Image },
            WorkingDir = container.WorkingDir,
            LogPath = ContainerLabels.LogPath(container.Name, inputs.RestartCount),
            Stdin = container.Stdin,
            StdinOnce = container.StdinOnce,
            Tty = container.Tty,
            Labels = { ContainerLabels.ForContainer(pod, container) },
            Annotations = { ContainerLabels.Annotations(pod, container, inputs.RestartCount) },
            Linux = new()
            {
                Resources = ContainerResources.Linux(pod, container, inputs.Node.MemoryCapacity, options.CpuCfsQuota),
                SecurityContext = SecurityContexts.Container(pod, container, inputs.Image, options.SeccompDefault, options.RootDirectory, inputs.TargetContainerId),
            },
        };
        config.Command.AddRange(container.Command.Select(word => Expansion.Expand(word, values.GetValueOrDefault)));
        config.Args.AddRange(container.Args.Select(word => Expansion.Expand(word, values.GetValueOrDefault)));
        foreach (var (name, value) in variables)
        {
            config.Envs.Add(new V1.KeyValue { Key = name, Value = Google.Protobuf.ByteString.CopyFromUtf8(value) });
        }

        foreach (var mount in container.VolumeMounts)
        {
            config.Mounts.Add(Mount(pod, container, mount, inputs, values));
        }

        AddManagedMounts(pod, container, inputs, config);
        if (container.Lifecycle?.StopSignal is { Length: > 0 } signal && Enum.TryParse<V1.Signal>(signal, ignoreCase: true, out var parsed))
        {
            config.StopSignal = parsed;
        }

        return config;
    }

    /// <summary>A pod's directory below the kubelet's root.</summary>
    public string PodDirectory(Pod pod) => Path.Combine(options.RootDirectory, "pods", pod.Metadata.Uid);

    private V1.Mount Mount(Pod pod, Container container, VolumeMount mount, ContainerInputs inputs, Dictionary<string, string> values)
    {
        if (!inputs.Volumes.TryGetValue(mount.Name, out var volume))
        {
            throw new ConfigErrorException($"cannot find volume \"{mount.Name}\" to mount into container \"{container.Name}\"");
        }

        var subPath = mount.SubPath;
        if (mount.SubPathExpr.Length > 0)
        {
            string? missing = null;
            subPath = Expansion.Expand(mount.SubPathExpr, name =>
            {
                if (!values.TryGetValue(name, out var value))
                {
                    missing ??= name;
                }

                return value;
            });
            if (missing is not null)
            {
                throw new ConfigErrorException($"missing value for \"{missing}\"");
            }
        }

        var readOnly = mount.ReadOnly || volume.ReadOnly;
        var path = mount.MountPath.StartsWith('/') ? mount.MountPath : "/" + mount.MountPath;
        if (volume.Image is { } image)
        {
            return new() { ContainerPath = path, Image = image, ImageSubPath = subPath, Readonly = true };
        }

        return new()
        {
            ContainerPath = path,
            HostPath = subPath.Length == 0 ? volume.HostPath : subPaths.Prepare(pod, container.Name, mount.Name, volume.HostPath, subPath, container.VolumeMounts.ToList().IndexOf(mount)),
            Readonly = readOnly,
            RecursiveReadOnly = readOnly && mount.RecursiveReadOnly is "Enabled" or "IfPossible" && inputs.Node.SupportsRecursiveReadOnly,
            SelinuxRelabel = volume.SeLinuxRelabel,
            Propagation = mount.MountPropagation switch
            {
                "HostToContainer" => V1.MountPropagation.PropagationHostToContainer,
                "Bidirectional" => V1.MountPropagation.PropagationBidirectional,
                _ => V1.MountPropagation.PropagationPrivate,
            },
        };
    }

    private void AddManagedMounts(Pod pod, Container container, ContainerInputs inputs, V1.ContainerConfig config)
    {
        if (container.VolumeMounts.All(m => m.MountPath.TrimEnd('/') != "/etc/hosts"))
        {
            var path = Path.Combine(PodDirectory(pod), "etc-hosts");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, HostsFile.Build(pod, inputs.PodIps, options.ClusterDomain));
            File.SetUnixFileMode(path, (UnixFileMode)0b110_100_100);
            config.Mounts.Add(new V1.Mount { ContainerPath = "/etc/hosts", HostPath = path, SelinuxRelabel = true });
        }

        if (container.TerminationMessagePath.Length > 0)
        {
            var directory = Path.Combine(PodDirectory(pod), "containers", container.Name);
            Directory.CreateDirectory(directory);
            var path = Path.Combine(directory, Random.Shared.Next().ToString("x8", CultureInfo.InvariantCulture));
            File.Create(path).Dispose();
            File.SetUnixFileMode(path, (UnixFileMode)0b110_110_110);
            config.Mounts.Add(new V1.Mount { ContainerPath = container.TerminationMessagePath, HostPath = path, SelinuxRelabel = true });
        }
    }
}
