using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Cri;
using Cybernetes.Cri.Images;
using Cybernetes.Kubelet.Events;

namespace Cybernetes.Kubelet.Maintenance;

/// <summary>Removes images that neither a container nor a volume uses, those longest unused first, when the disk they are on fills up.</summary>
internal sealed class ImageGc(KubeletOptions options, IRuntimeService runtime, IImageService images, Func<IReadOnlyList<Pod>> active, IEventSink events, TimeProvider time)
{
    private readonly Dictionary<string, (DateTimeOffset FirstSeen, DateTimeOffset LastUsed)> _known = [];

    /// <summary>Collects as the thresholds ask.</summary>
    public async Task CollectAsync(CancellationToken cancellationToken)
    {
        var info = await images.ImageFsInfoAsync(cancellationToken).ConfigureAwait(false);
        var mount = info.ImageFilesystems.FirstOrDefault()?.FsId?.Mountpoint ?? "";
        var disk = FileSystem.Of(Directory.Exists(mount) ? mount : options.RootDirectory);
        var used = 100 - (disk.Available * 100 / Math.Max(1, disk.Capacity));
        var unused = await UnusedAsync(cancellationToken).ConfigureAwait(false);
        if (used < options.ImageGcHighThresholdPercent)
        {
            return;
        }

        var toFree = (disk.Capacity * (100 - options.ImageGcLowThresholdPercent) / 100) - disk.Available;
        var freed = await FreeAsync(unused, toFree, cancellationToken).ConfigureAwait(false);
        if (freed < toFree)
        {
            events.RecordNode(EventNames.Warning, "FreeDiskSpaceFailed", string.Create(CultureInfo.InvariantCulture, $"Failed to garbage collect required amount of images. Attempted to free {toFree} bytes, but only found {freed} bytes eligible to free."));
        }
    }

    /// <summary>Removes every unused image.</summary>
    public async Task RemoveUnusedAsync(CancellationToken cancellationToken) =>
        await FreeAsync(await UnusedAsync(cancellationToken).ConfigureAwait(false), long.MaxValue, cancellationToken).ConfigureAwait(false);

    private async Task<List<Cri.V1.Image>> UnusedAsync(CancellationToken cancellationToken)
    {
        var present = await images.ListImagesAsync(cancellationToken).ConfigureAwait(false);
        var inUse = (await runtime.ListContainersAsync(null, cancellationToken).ConfigureAwait(false)).SelectMany(c => (string[])[c.ImageRef, c.ImageId, c.Image.Image]).ToHashSet();
foreach (var reference in active().SelectMany(p => p.Spec.Volumes).Select(v => v.VolumeSource.Image?.Reference ?? "").Where(r => r.Length > 0).Distinct())
        {
            if (await images.ImageStatusAsync(new() { Image = reference }, cancellationToken).ConfigureAwait(false) is { } mounted)
            {
                inUse.Add(mounted.Id);
            }
        }

        var now = time.GetUtcNow();
        List<Cri.V1.Image> unused = [];
        foreach (var image in present)
        {
            var (first, last) = _known.GetValueOrDefault(image.Id, (now, DateTimeOffset.MinValue));
            var used = inUse.Contains(image.Id) || image.RepoTags.Any(inUse.Contains) || image.RepoDigests.Any(inUse.Contains);
            _known[image.Id] = (first, used ? now : last);
            if (!used && !image.Pinned && !image.RepoTags.Contains(PauseImage.Name))
            {
                unused.Add(image);
            }
        }

        foreach (var gone in _known.Keys.Except(present.Select(i => i.Id)).ToList())
        {
            _known.Remove(gone);
        }

        return [.. unused.OrderBy(i => _known[i.Id].LastUsed).ThenBy(i => _known[i.Id].FirstSeen)];
    }

    private async Task<long> FreeAsync(List<Cri.V1.Image> unused, long toFree, CancellationToken cancellationToken)
    {
        long freed = 0;
        foreach (var image in unused)
        {
            if (freed >= toFree)
            {
                break;
            }

            if (time.GetUtcNow() - _known[image.Id].FirstSeen < options.ImageMinimumGcAge)
            {
                continue;
            }

            await images.RemoveImageAsync(new() { Image = image.Id }, cancellationToken).ConfigureAwait(false);
            freed += (long)image.Size;
        }

        return freed;
    }
}
