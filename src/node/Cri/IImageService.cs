using Cybernetes.Cri.V1;

namespace Cybernetes.Cri;

/// <summary>The CRI v1 ImageService. Every method throws <see cref="CriException"/> when the runtime refuses or cannot be reached. Thread-safe.</summary>
public interface IImageService
{
    /// <summary>The images the runtime holds.</summary>
    Task<IReadOnlyList<Image>> ListImagesAsync(CancellationToken cancellationToken);

    /// <summary>One image by name, digest or identifier; null when it is not there.</summary>
    Task<Image?> ImageStatusAsync(ImageSpec image, CancellationToken cancellationToken);

    /// <summary>Pulls an image and returns the reference by which containers may name it.</summary>
    Task<string> PullImageAsync(ImageSpec image, AuthConfig? auth, PodSandboxConfig? sandboxConfig, CancellationToken cancellationToken);

    /// <summary>Removes an image; no error when it is gone.</summary>
    Task RemoveImageAsync(ImageSpec image, CancellationToken cancellationToken);

    /// <summary>What the images occupy.</summary>
    Task<ImageFsInfoResponse> ImageFsInfoAsync(CancellationToken cancellationToken);
}
