using Cybernetes.Api.CoreV1;
using Cybernetes.Cri;
using Cybernetes.Cri.Images;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>
/// Image volumes (KEP-4639): a runtime that mounts images itself is only told the image; a containerd that is too old for it gets the image's
/// files from a directory of the pod where the kubelet had them mounted. Thread-safe for different pods.
/// </summary>
internal sealed class ImageVolumes(KubeletOptions options, IRuntimeService runtime)
{
    private static readonly Version FirstWithImageMounts = new(2, 1);

    private bool? _mountsImages;

    /// <summary>The volume of an image that is present as <paramref name="imageRef"/>.</summary>
    public async Task<MountedVolume> MountAsync(Pod pod, string volume, string reference, string imageRef, CancellationToken cancellationToken)
    {
        _mountsImages ??= MountsImages(await runtime.VersionAsync(cancellationToken).ConfigureAwait(false));
        if (_mountsImages.Value)
        {
            return new("", ReadOnly: true) { Image = new() { Image = imageRef, UserSpecifiedImage = reference } };
        }

        var target = Path.Combine(options.RootDirectory, "pods", pod.Metadata.Uid, "volumes", "kubernetes.io~image", volume);
        Directory.CreateDirectory(target);
        if (!Mounts.IsMountPoint(target))
        {
            await new ImageMounter(options.ContainerRuntimeEndpoint.Replace("unix://", "", StringComparison.Ordinal)).MountAsync(imageRef, target, cancellationToken).ConfigureAwait(false);
        }

        return new(target, ReadOnly: true, SeLinuxRelabel: false);
    }

    /// <summary>Only of containerd it is known since when it can; other runtimes are taken at their word.</summary>
    internal static bool MountsImages(V1.VersionResponse version) =>
        version.RuntimeName != "containerd"
        || !Version.TryParse(version.RuntimeVersion.TrimStart('v').Split('-', '+', '~')[0], out var number)
        || number >= FirstWithImageMounts;
}
