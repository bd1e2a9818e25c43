using System.Globalization;
using Cybernetes.Cri.Containerd;
using Cybernetes.Cri.Grpc;

namespace Cybernetes.Cri.Images;

/// <summary><c>c8s image import ARCHIVE…</c> and <c>c8s image list</c>: the node's images, without a registry.</summary>
public static class ImageCommand
{
    private const string Usage = """
        Usage:
          c8s image import ARCHIVE... [--runtime-endpoint unix:///path]
          c8s image list [--runtime-endpoint unix:///path]
        """;

    /// <summary>Runs the command and returns the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var endpoint = ContainerdOptions.DefaultEndpoint();
        List<string> words = [];
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--runtime-endpoint" && i + 1 < args.Count)
            {
                endpoint = args[++i];
            }
            else if (args[i].StartsWith("--runtime-endpoint=", StringComparison.Ordinal))
            {
                endpoint = args[i]["--runtime-endpoint=".Length..];
            }
            else
            {
                words.Add(args[i]);
            }
        }

        using var channel = new CriChannel(endpoint, TimeSpan.FromMinutes(2));
        try
        {
            switch (words)
            {
                case ["import", _, ..]:
                    var importer = new ImageImporter(endpoint.Replace("unix://", "", StringComparison.Ordinal), channel.Images);
                    foreach (var archive in words.Skip(1))
                    {
                        foreach (var name in await importer.ImportAsync(archive, cancellationToken).ConfigureAwait(false))
                        {
                            await output.WriteLineAsync(name).ConfigureAwait(false);
                        }
                    }

                    return 0;
                case ["list" or "ls"]:
                    await ListAsync(channel.Images, output, cancellationToken).ConfigureAwait(false);
                    return 0;
                default:
                    await errors.WriteLineAsync(Usage).ConfigureAwait(false);
                    return 2;
            }
        }
        catch (Exception e) when (e is CriException or InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            await errors.WriteLineAsync("error: " + e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task ListAsync(IImageService images, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"{"IMAGE",-60} {"ID",-20} SIZE").ConfigureAwait(false);
        foreach (var image in await images.ListImagesAsync(cancellationToken).ConfigureAwait(false))
        {
            var id = image.Id.Replace("sha256:", "", StringComparison.Ordinal);
            foreach (var name in image.RepoTags.DefaultIfEmpty(image.RepoDigests.FirstOrDefault() ?? "<none>"))
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-60} {id[..Math.Min(13, id.Length)],-20} {image.Size / 1000.0:0}kB")).ConfigureAwait(false);
            }
        }
    }
}
