using System.Diagnostics;

namespace Cybernetes.Cri.Images;

/// <summary>Loads image archives into containerd. CRI has no such call, so this runs containerd's own <c>ctr</c>.</summary>
public sealed class ImageImporter(string socketPath, IImageService images)
{
    /// <summary>
    /// Imports every image of an OCI or Docker archive and returns their names once the runtime serves the last. Throws
    /// <see cref="InvalidOperationException"/> with ctr's words when it refuses.
    /// </summary>
    public async Task<IReadOnlyList<string>> ImportAsync(string archivePath, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("ctr")
        {
            ArgumentList = { "--address", socketPath, "--namespace", "k8s.io", "images", "import", "--digests", archivePath },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("ctr: cannot start");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException((await errors.ConfigureAwait(false)).Trim());
        }

        List<string> names = [];
        foreach (var line in (await output.ConfigureAwait(false)).Split('\n'))
        {
            // "unpacking NAME (sha256:…)...done"
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["unpacking", var name, ..])
            {
                names.Add(name);
            }
        }

        foreach (var name in names.Where(n => !n.StartsWith("import-", StringComparison.Ordinal)))
        {
            await WaitUntilServedAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return names;
    }

    /// <summary>Imports an archive held in memory.</summary>
    public async Task<IReadOnlyList<string>> ImportAsync(byte[] archive, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, archive, cancellationToken).ConfigureAwait(false);
            return await ImportAsync(path, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Imports the pause image unless the runtime has it.</summary>
    public async Task EnsurePauseImageAsync(CancellationToken cancellationToken)
    {
        if (await images.ImageStatusAsync(new() { Image = PauseImage.Name }, cancellationToken).ConfigureAwait(false) is null)
        {
            await ImportAsync(PauseImage.Archive(), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WaitUntilServedAsync(string name, CancellationToken cancellationToken)
    {
        // containerd's CRI part learns of the import from an event, a moment later.
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await images.ImageStatusAsync(new() { Image = name }, cancellationToken).ConfigureAwait(false) is not null)
            {
                return;
            }

            await Task.Delay(50, cancellationToken).ConfigureAwait(false);
        }
    }
}
