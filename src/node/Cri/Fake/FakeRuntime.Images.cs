using System.Security.Cryptography;
using System.Text;
using Cybernetes.Cri.V1;
using Grpc.Core;

namespace Cybernetes.Cri.Fake;

public sealed partial class FakeRuntime
{
    private readonly Dictionary<string, Image> _images = [];

    /// <summary>Names that can be pulled; pulling any other fails as a registry that does not know it.</summary>
    public HashSet<string> Registry { get; } = [];

    /// <summary>Puts an image into the runtime's store as if it had been pulled.</summary>
    public void AddImage(string name, long user = 0, ulong size = 1 << 20)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        lock (_lock)
        {
            _images[name] = new()
            {
                Id = "sha256:" + digest, RepoTags = { name }, RepoDigests = { $"{name.Split(':')[0]}@sha256:{digest}" }, Size = size, Uid = new() { Value = user },
            };
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Image>> ListImagesAsync(CancellationToken cancellationToken)
    {
        await Before("ListImages").ConfigureAwait(false);
        lock (_lock)
        {
            return [.. _images.Values.Select(i => i.Clone())];
        }
    }

    /// <inheritdoc/>
    public async Task<Image?> ImageStatusAsync(ImageSpec image, CancellationToken cancellationToken)
    {
        await Before("ImageStatus").ConfigureAwait(false);
        lock (_lock)
        {
            return FindImage(image.Image)?.Clone();
        }
    }

    /// <inheritdoc/>
    public async Task<string> PullImageAsync(ImageSpec image, AuthConfig? auth, PodSandboxConfig? sandboxConfig, CancellationToken cancellationToken)
    {
        await Before("PullImage").ConfigureAwait(false);
        if (!Registry.Contains(image.Image))
        {
            throw new CriException(StatusCode.NotFound, $"failed to pull and unpack image \"{image.Image}\": failed to resolve reference \"{image.Image}\": {image.Image}: not found");
        }

        AddImage(image.Image);
        lock (_lock)
        {
            return _images[image.Image].Id;
        }
    }

    /// <inheritdoc/>
    public async Task RemoveImageAsync(ImageSpec image, CancellationToken cancellationToken)
    {
        await Before("RemoveImage").ConfigureAwait(false);
        lock (_lock)
        {
            if (FindImage(image.Image) is { } found)
            {
                _images.Remove(found.RepoTags[0]);
            }
        }
    }

    /// <inheritdoc/>
    public Task<ImageFsInfoResponse> ImageFsInfoAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var used = _images.Values.Aggregate(0UL, (sum, i) => sum + i.Size);
            return Task.FromResult(new ImageFsInfoResponse
            {
                ImageFilesystems = { new FilesystemUsage { Timestamp = Now(), FsId = new() { Mountpoint = "/" }, UsedBytes = new() { Value = used }, InodesUsed = new() { Value = (ulong)_images.Count } } },
            });
        }
    }

    private Image? FindImage(string name) => _images.GetValueOrDefault(name)
        ?? _images.Values.FirstOrDefault(i => i.Id == name || i.RepoDigests.Contains(name) || i.RepoTags.Contains(name));
}
