using Cybernetes.Cri.V1;

namespace Cybernetes.Cri.Grpc;

/// <summary><see cref="IImageService"/> over gRPC.</summary>
internal sealed class GrpcImageService(ImageService.ImageServiceClient client, TimeSpan timeout) : IImageService
{
    public async Task<IReadOnlyList<Image>> ListImagesAsync(CancellationToken cancellationToken) =>
        (await CriCall.RunAsync(client.ListImagesAsync(new(), CriCall.Options(timeout, cancellationToken)), cancellationToken).ConfigureAwait(false)).Images;

    public async Task<Image?> ImageStatusAsync(ImageSpec image, CancellationToken cancellationToken)
    {
        var request = new ImageStatusRequest { Image = image };
        var response = await CriCall.RunAsync(client.ImageStatusAsync(request, CriCall.Options(timeout, cancellationToken)), cancellationToken).ConfigureAwait(false);
        return response.Image;
    }

    public async Task<string> PullImageAsync(ImageSpec image, AuthConfig? auth, PodSandboxConfig? sandboxConfig, CancellationToken cancellationToken)
    {
        // A pull takes as long as it takes: the runtime itself gives up when no bytes arrive.
        var request = new PullImageRequest { Image = image, Auth = auth, SandboxConfig = sandboxConfig };
        var call = client.PullImageAsync(request, CriCall.Options(Timeout.InfiniteTimeSpan, cancellationToken));
        return (await CriCall.RunAsync(call, cancellationToken).ConfigureAwait(false)).ImageRef;
    }

    public Task RemoveImageAsync(ImageSpec image, CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.RemoveImageAsync(new() { Image = image }, CriCall.Options(timeout, cancellationToken)), cancellationToken);

    public Task<ImageFsInfoResponse> ImageFsInfoAsync(CancellationToken cancellationToken) =>
        CriCall.RunAsync(client.ImageFsInfoAsync(new(), CriCall.Options(timeout, cancellationToken)), cancellationToken);
}
