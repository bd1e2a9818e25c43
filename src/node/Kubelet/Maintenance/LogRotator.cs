using System.Globalization;
using System.IO.Compression;
using Cybernetes.Api.Machinery;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Microsoft.Extensions.Logging;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Maintenance;

/// <summary>Rotates the logs of running containers that have grown too large; older ones are compressed, the oldest removed.</summary>
internal sealed class LogRotator(KubeletOptions options, IRuntimeService runtime, TimeProvider time, ILogger log)
{
    private readonly long _maxSize = Quantity.Parse(options.ContainerLogMaxSize).Value;

    public async Task RotateAsync(CancellationToken cancellationToken)
    {
        var filter = new V1.ContainerFilter { State = new() { State = V1.ContainerState.ContainerRunning } };
        foreach (var container in await runtime.ListContainersAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                var path = (await runtime.ContainerStatusAsync(container.Id, verbose: false, cancellationToken).ConfigureAwait(false)).Status.LogPath;
                if (path.Length > 0 && File.Exists(path) && new FileInfo(path).Length >= _maxSize)
                {
                    await RotateAsync(container.Id, path, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is CriException or IOException)
            {
                PodLog.LoopFailed(log, e, "Rotating a log");
            }
        }
    }

    private async Task RotateAsync(string containerId, string path, CancellationToken cancellationToken)
    {
        // 1. Make room: beside the current file and the one about to be made, so many may stay.
        var rotated = Directory.EnumerateFiles(Path.GetDirectoryName(path)!)
            .Where(f => f.StartsWith(path + ".", StringComparison.Ordinal) && !f.EndsWith(".tmp", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        var keep = Math.Max(0, options.ContainerLogMaxFiles - 2);
        foreach (var old in rotated.Take(Math.Max(0, rotated.Count - keep)))
        {
            File.Delete(old);
        }

        // 2. Compress what was rotated before: nobody writes to it any more.
        foreach (var plain in rotated.TakeLast(keep).Where(f => !f.EndsWith(".gz", StringComparison.Ordinal)))
        {
            await CompressAsync(plain, cancellationToken).ConfigureAwait(false);
        }

        // 3. Rotate. If the runtime cannot reopen it, the file goes back: its log must not be lost.
        var target = path + "." + time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        File.Move(path, target);
        try
        {
            await runtime.ReopenContainerLogAsync(containerId, cancellationToken).ConfigureAwait(false);
        }
        catch (CriException)
        {
            File.Move(target, path);
            throw;
        }
    }

    private static async Task CompressAsync(string path, CancellationToken cancellationToken)
    {
        var temporary = path + ".tmp";
        await using (var input = File.OpenRead(path))
        await using (var output = new GZipStream(File.Create(temporary), CompressionLevel.Fastest))
        {
            await input.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
        }

        File.Move(temporary, path + ".gz", overwrite: true);
        File.Delete(path);
    }
}
