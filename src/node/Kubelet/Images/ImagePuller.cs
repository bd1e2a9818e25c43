using System.Collections.Concurrent;
using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Statuses;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Images;

/// <summary>An image that can be used, or why it cannot.</summary>
internal readonly record struct ImageResult(string ImageRef, PendingReason? Failure);

/// <summary>Sees to it that a container's image is on the node, by its pull policy. Thread-safe.</summary>
internal sealed class ImagePuller(IImageService images, IEventSink events, KubeletMetrics metrics, int maxParallel, TimeProvider time)
{
    public const string ErrImagePull = "ErrImagePull";
    public const string ImagePullBackOff = "ImagePullBackOff";
    public const string ErrImageNeverPull = "ErrImageNeverPull";
    public const string InvalidImageName = "InvalidImageName";
    public const string ImageInspectError = "ImageInspectError";

    private readonly BackOff _backOff = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(300), time);
    private readonly ConcurrentDictionary<string, string> _lastErrors = new();
    private readonly SemaphoreSlim _slots = new(Math.Max(1, maxParallel));

    /// <summary>How long the image of a pod has to wait before it is pulled again.</summary>
    public TimeSpan Remaining(Pod pod, Container container) => _backOff.Remaining(Key(pod, container.Image));

    /// <summary>Looks for the image, and pulls it where the policy says so, trying <paramref name="credentials"/> in order.</summary>
    public async Task<ImageResult> EnsureAsync(
        Pod pod, Container container, IReadOnlyList<V1.AuthConfig> credentials, V1.PodSandboxConfig sandbox, CancellationToken cancellationToken)
    {
        if (!ImageName.TryNormalize(container.Image, out var name, out var invalid))
        {
            events.Record(pod, container.Name, EventNames.Warning, EventNames.InspectFailed, invalid);
            return Fail(InvalidImageName, invalid);
        }

        var spec = new V1.ImageSpec { Image = name, UserSpecifiedImage = container.Image };
        V1.Image? present;
        try
        {
            present = await images.ImageStatusAsync(spec, cancellationToken).ConfigureAwait(false);
        }
        catch (CriException e)
        {
            var message = $"Failed to inspect image \"{container.Image}\": {e.Message}";
            events.Record(pod, container.Name, EventNames.Warning, EventNames.InspectFailed, message);
            return Fail(ImageInspectError, message);
        }

        var policy = container.ImagePullPolicy;
        if (present is not null && policy != "Always")
        {
            events.Record(pod, container.Name, EventNames.Normal, EventNames.Pulled, $"Container image \"{container.Image}\" already present on machine and can be accessed by the pod");
            return new(present.Id, null);
        }

        if (policy == "Never")
        {
            var message = $"Container image \"{container.Image}\" is not present with pull policy of Never";
            events.Record(pod, container.Name, EventNames.Warning, EventNames.ErrImageNeverPull, message);
            return Fail(ErrImageNeverPull, message);
        }

        var key = Key(pod, container.Image);
        if (_backOff.Remaining(key) > TimeSpan.Zero)
        {
            var message = $"Back-off pulling image \"{container.Image}\"";
            events.Record(pod, container.Name, EventNames.Normal, EventNames.BackOff, message);
            return Fail(ImagePullBackOff, _lastErrors.TryGetValue(key, out var last) ? $"{message}: {ErrImagePull}: {last}" : message);
        }

        return await PullAsync(pod, container, spec, key, credentials, sandbox, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets old failures.</summary>
    public void Collect() => _backOff.Collect();

    private async Task<ImageResult> PullAsync(
        Pod pod, Container container, V1.ImageSpec spec, string key, IReadOnlyList<V1.AuthConfig> credentials, V1.PodSandboxConfig sandbox, CancellationToken cancellationToken)
    {
        events.Record(pod, container.Name, EventNames.Normal, EventNames.Pulling, $"Pulling image \"{container.Image}\"");
        var asked = time.GetTimestamp();
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var began = time.GetTimestamp();
            var reference = await TryPullAsync(spec, credentials, sandbox, cancellationToken).ConfigureAwait(false);
            var size = (await images.ImageStatusAsync(spec, cancellationToken).ConfigureAwait(false))?.Size ?? 0;
            metrics.PullSeconds.With(KubeletMetrics.SizeBucket(size)).Observe(time.GetElapsedTime(began).TotalSeconds);
            var message = string.Create(
                CultureInfo.InvariantCulture,
                $"Successfully pulled image \"{container.Image}\" in {Base.GoDuration.Format(Milliseconds(time.GetElapsedTime(began)))} ({Base.GoDuration.Format(Milliseconds(time.GetElapsedTime(asked)))} including waiting). Image size: {size} bytes.");
            events.Record(pod, container.Name, EventNames.Normal, EventNames.Pulled, message);
            _lastErrors.TryRemove(key, out _);
            return new(reference, null);
        }
        catch (CriException e)
        {
            var text = e.Detail.Contains("pull QPS exceeded", StringComparison.Ordinal) ? e.Detail : e.Message;
            events.Record(pod, container.Name, EventNames.Warning, EventNames.Failed, $"Failed to pull image \"{container.Image}\": {text}");
            _backOff.Next(key, time.GetUtcNow());
            _lastErrors[key] = text;
            return Fail(ErrImagePull, text);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<string> TryPullAsync(V1.ImageSpec spec, IReadOnlyList<V1.AuthConfig> credentials, V1.PodSandboxConfig sandbox, CancellationToken cancellationToken)
    {
        if (credentials.Count == 0)
        {
            return await images.PullImageAsync(spec, null, sandbox, cancellationToken).ConfigureAwait(false);
        }

        List<CriException> failures = [];
        foreach (var credential in credentials)
        {
            try
            {
                return await images.PullImageAsync(spec, credential, sandbox, cancellationToken).ConfigureAwait(false);
            }
            catch (CriException e)
            {
                failures.Add(e);
            }
        }

        throw failures[0];
    }

    private static string Key(Pod pod, string image) => pod.Metadata.Uid + "_" + image;

    private static TimeSpan Milliseconds(TimeSpan span) => TimeSpan.FromMilliseconds(Math.Floor(span.TotalMilliseconds));

    private static ImageResult Fail(string reason, string message) => new("", new(reason, message));
}
