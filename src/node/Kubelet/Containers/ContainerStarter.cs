using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Cri;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Envs;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Images;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Kubelet.Volumes;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>
/// Starts one container: back-off, image, configuration, create, start, postStart hook. What goes wrong becomes an event and the container's
/// waiting reason. Thread-safe for different pods.
/// </summary>
internal sealed class ContainerStarter(
    KubeletOptions options, IRuntimeService runtime, IImageService images, ImagePuller puller, ContainerConfigBuilder configs, HookRunner hooks, ContainerKiller killer,
    ObjectCache objects, ImageVolumes imageVolumes, Resources.AllocationManager allocations, PendingReasons pending, IEventSink events, KubeletMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan ErrorRetry = TimeSpan.FromSeconds(10);

    private readonly BackOff _crashes = new(TimeSpan.FromSeconds(10) < options.MaxContainerRestartPeriod ? TimeSpan.FromSeconds(10) : options.MaxContainerRestartPeriod, options.MaxContainerRestartPeriod, time);

    /// <summary>Returns null when the container runs, else after what time to try again.</summary>
    public async Task<TimeSpan?> StartAsync(StartContext context, Container container, string targetContainer, CancellationToken cancellationToken)
    {
        var pod = context.Pod;
        var last = context.Runtime.Find(container.Name);
        if (last is { State: RunState.Exited } && CrashBackOff(pod, container, last) is { } wait)
        {
            return wait;
        }

        // 1. The image.
        var image = await puller.EnsureAsync(pod, container, await CredentialsAsync(pod, container.Image, cancellationToken).ConfigureAwait(false), context.SandboxConfig, cancellationToken).ConfigureAwait(false);
        if (image.Failure is { } failure)
        {
            pending.Set(pod.Metadata.Uid, container.Name, failure);
            events.Record(pod, container.Name, EventNames.Warning, EventNames.Failed, $"Error: {failure.Reason}");
            var left = puller.Remaining(pod, container);
            return left > TimeSpan.Zero && left < ErrorRetry ? left : ErrorRetry;
        }

        // 2. The configuration.
        V1.ContainerConfig config;
        try
        {
            config = await ConfigureAsync(context, container, image.ImageRef, last, targetContainer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConfigErrorException or IOException or UnauthorizedAccessException or CriException or VolumeException)
        {
            return Fail(pod, container, "CreateContainerConfigError", e.Message, e.Message);
        }

        // 3. The container.
        string id;
        try
        {
            id = await runtime.CreateContainerAsync(context.SandboxId, config, context.SandboxConfig, cancellationToken).ConfigureAwait(false);
        }
        catch (CriException e)
        {
            return Fail(pod, container, "CreateContainerError", e.Detail, e.Detail);
        }

        events.Record(pod, container.Name, EventNames.Normal, EventNames.Created, "Container created");
        try
        {
            await runtime.StartContainerAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (CriException e)
        {
            return Fail(pod, container, "RunContainerError", e.Detail, e.Detail);
        }

        events.Record(pod, container.Name, EventNames.Normal, EventNames.Started, "Container started");
        metrics.StartedContainers.With(TypeOf(pod, container)).Inc();
        allocations.SetActuated(pod.Metadata.Uid, container.Name, container.Resources);
        LinkLog(pod, container, id, context.SandboxConfig, config);

        // 4. Its postStart hook.
        if (container.Lifecycle?.PostStart is { } postStart
            && await hooks.RunAsync(pod, container, id, postStart, context.PodIps, cancellationToken).ConfigureAwait(false) is { } problem)
        {
            events.Record(pod, container.Name, EventNames.Warning, EventNames.FailedPostStartHook, "PostStartHook failed");
            var record = new ContainerRecord { Id = id, Name = container.Name, State = RunState.Running };
            await killer.KillAsync(pod, record, container, "FailedPostStartHook", KillReason.Unknown, null, context.PodIps, cancellationToken).ConfigureAwait(false);
            pending.Set(pod.Metadata.Uid, container.Name, new("PostStartHookError", problem));
            return ErrorRetry;
        }

        pending.Clear(pod.Metadata.Uid, container.Name);
        return null;
    }

    private TimeSpan? CrashBackOff(Pod pod, Container container, ContainerRecord last)
    {
        var key = $"{pod.Metadata.Uid}_{container.Name}_{ContainerLabels.SpecHash(container)}";
        var left = _crashes.Remaining(key, last.FinishedAt);
        if (left > TimeSpan.Zero)
        {
            events.Record(pod, container.Name, EventNames.Warning, EventNames.BackOff, $"Back-off restarting failed container {container.Name} in pod {pod.Display}");
            var seconds = Base.GoDuration.Format(_crashes.Get(key));
            pending.Set(pod.Metadata.Uid, container.Name, new(Statuses.Reasons.CrashLoopBackOff, $"back-off {seconds} restarting failed container={container.Name} pod={pod.Display}"));
            return left;
        }

        _crashes.Next(key, last.FinishedAt);
        return null;
    }

    private async Task<V1.ContainerConfig> ConfigureAsync(StartContext context, Container container, string imageRef, ContainerRecord? last, string targetContainer, CancellationToken cancellationToken)
    {
        var image = await images.ImageStatusAsync(new() { Image = imageRef }, cancellationToken).ConfigureAwait(false)
            ?? throw new ConfigErrorException($"image \"{imageRef}\" not found");
        var volumes = await WithImageVolumesAsync(context, container, cancellationToken).ConfigureAwait(false);
        var target = "";
        if (targetContainer.Length > 0)
        {
            target = context.Runtime.Find(targetContainer) is { State: RunState.Running } record
                ? record.Id
                : throw new ConfigErrorException($"unable to find target container {targetContainer}");
        }

        var logDirectory = Path.Combine(context.SandboxConfig.LogDirectory, container.Name);
        Directory.CreateDirectory(logDirectory);
        return await configs.BuildAsync(
            context.Pod,
            container,
            new()
            {
                Image = image,
                ImageRef = imageRef,
                RestartCount = last is not null ? last.RestartCount + 1 : RestartsByLogs(logDirectory),
                PodIps = context.PodIps,
                Volumes = volumes,
                Node = context.Node,
                TargetContainerId = target,
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Image volumes are pulled like images.</summary>
    private async Task<IReadOnlyDictionary<string, MountedVolume>> WithImageVolumesAsync(StartContext context, Container container, CancellationToken cancellationToken)
    {
        var result = context.Volumes;
        foreach (var volume in context.Pod.Spec.Volumes.Where(v => v.VolumeSource.Image is not null && container.VolumeMounts.Any(m => m.Name == v.Name)))
        {
            var source = volume.VolumeSource.Image!;
            var like = container with { Image = source.Reference, ImagePullPolicy = source.PullPolicy };
            var pulled = await puller.EnsureAsync(context.Pod, like, await CredentialsAsync(context.Pod, source.Reference, cancellationToken).ConfigureAwait(false), context.SandboxConfig, cancellationToken).ConfigureAwait(false);
            if (pulled.Failure is { } failure)
            {
                throw new ConfigErrorException($"{failure.Reason}: {failure.Message}");
            }

var mounted = await imageVolumes.MountAsync(context.Pod, volume.Name, source.Reference, pulled.ImageRef, cancellationToken).ConfigureAwait(false);
            result = new Dictionary<string, MountedVolume>(result) { [volume.Name] = mounted };
        }

        return result;
    }

    private async Task<IReadOnlyList<V1.AuthConfig>> CredentialsAsync(Pod pod, string image, CancellationToken cancellationToken)
    {
        List<Secret> secrets = [];
        foreach (var reference in pod.Spec.ImagePullSecrets)
        {
            try
            {
                if (await objects.SecretAsync(pod.Metadata.Namespace, reference.Name, optional: true, cancellationToken).ConfigureAwait(false) is { } secret)
                {
                    secrets.Add(secret);
                }
            }
            catch (ConfigErrorException)
            {
                // A secret that cannot be read gives no credentials; the registry says whether they were needed.
            }
        }

        return PullSecrets.For(image, secrets);
    }

    private TimeSpan Fail(Pod pod, Container container, string reason, string message, string text)
    {
        metrics.StartedContainerErrors.With(reason, TypeOf(pod, container)).Inc();
        pending.Set(pod.Metadata.Uid, container.Name, new(reason, message));
        events.Record(pod, container.Name, EventNames.Warning, EventNames.Failed, $"Error: {text}");
        return ErrorRetry;
    }

    private static string TypeOf(Pod pod, Container container) =>
        pod.IsInitContainer(container.Name) ? "init_container" : pod.Spec.Containers.Any(c => c.Name == container.Name) ? "container" : "ephemeral_container";

    /// <summary>After the records of a container were removed, its old logs still tell how often it was started.</summary>
    private static int RestartsByLogs(string directory)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(directory))
        {
            if (int.TryParse(Path.GetFileName(file).Split('.')[0], CultureInfo.InvariantCulture, out var number))
            {
                count = Math.Max(count, number + 1);
            }
        }

        return count;
    }

    private void LinkLog(Pod pod, Container container, string id, V1.PodSandboxConfig sandbox, V1.ContainerConfig config)
    {
        if (options.ContainerLogsDirectory.Length == 0)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(options.ContainerLogsDirectory);
            var link = Path.Combine(options.ContainerLogsDirectory, $"{pod.Metadata.Name}_{pod.Metadata.Namespace}_{container.Name}-{id}.log");
            File.CreateSymbolicLink(link, Path.Combine(sandbox.LogDirectory, config.LogPath));
        }
        catch (IOException)
        {
            // The link is a convenience of log collectors; the container runs without it.
        }
    }
}
