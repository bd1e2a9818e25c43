using System.Diagnostics;
using Grpc.Core;

namespace Cybernetes.Cri.Images;

/// <summary>
/// Mounts an image's files, read-only, on a directory of the host: for a containerd older than 2.1, whose CRI knows no image mounts. Runs
/// containerd's own <c>ctr</c>. The mount stays until it is unmounted, also after the lease that ctr takes has run out.
/// </summary>
public sealed class ImageMounter(string socketPath)
{
    /// <summary>Mounts an image that is present, by any of its names. Throws <see cref="CriException"/> with ctr's words when it is refused.</summary>
    public async Task MountAsync(string image, string target, CancellationToken cancellationToken)
    {
        var error = await RunAsync(cancellationToken, "images", "mount", image, target).ConfigureAwait(false);
        if (error is not null && error.Contains("already exists", StringComparison.Ordinal))
        {
            // The machine went down while it was mounted: what containerd remembers of it is in the way.
            await RunAsync(cancellationToken, "leases", "delete", target).ConfigureAwait(false);
            await RunAsync(cancellationToken, "snapshots", "remove", target).ConfigureAwait(false);
            error = await RunAsync(cancellationToken, "images", "mount", image, target).ConfigureAwait(false);
        }

        if (error is not null)
        {
            throw new CriException(StatusCode.Unknown, error);
        }
    }

    private async Task<string?> RunAsync(CancellationToken cancellationToken, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("ctr", ["--address", socketPath, "--namespace", "k8s.io", .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("ctr: cannot start");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await output.ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return process.ExitCode == 0 ? null : errors.Trim();
    }
}
