using System.Formats.Tar;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cybernetes.Cri.Images;

/// <summary>A file in an image made by <see cref="OciArchive"/>; with <paramref name="LinkTarget"/> a symbolic link.</summary>
public sealed record OciFile(string Path, byte[] Content, UnixFileMode Mode, string? LinkTarget = null);

/// <summary>Writes an image of one layer as an OCI image layout in a tar archive, the form that <c>ctr image import</c> and <c>docker load</c> read.</summary>
public static class OciArchive
{
    /// <summary>
    /// Builds the archive of image <paramref name="name"/> with the given entry point. The same input gives the same bytes: no times are in it.
    /// </summary>
    public static byte[] Build(string name, IReadOnlyList<OciFile> files, IReadOnlyList<string> entrypoint, Architecture architecture)
    {
        var layer = Tar(files);
        var config = Json(w =>
        {
            w.WriteString("architecture", Name(architecture));
            w.WriteString("os", "linux");
            w.WriteStartObject("config");
            w.WriteStartArray("Entrypoint");
            foreach (var word in entrypoint)
            {
                w.WriteStringValue(word);
            }

            w.WriteEndArray();
            w.WriteStartArray("Env");
            w.WriteStringValue("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
            w.WriteEndArray();
            w.WriteEndObject();
            w.WriteStartObject("rootfs");
            w.WriteString("type", "layers");
            w.WriteStartArray("diff_ids");
            w.WriteStringValue(Digest(layer));
            w.WriteEndArray();
            w.WriteEndObject();
        });
        var manifest = Json(w =>
        {
            w.WriteNumber("schemaVersion", 2);
            w.WriteString("mediaType", "application/vnd.oci.image.manifest.v1+json");
            w.WriteStartObject("config");
            Descriptor(w, "application/vnd.oci.image.config.v1+json", config);
            w.WriteEndObject();
            w.WriteStartArray("layers");
            w.WriteStartObject();
            Descriptor(w, "application/vnd.oci.image.layer.v1.tar", layer);
            w.WriteEndObject();
            w.WriteEndArray();
        });
        var index = Json(w =>
        {
            w.WriteNumber("schemaVersion", 2);
            w.WriteString("mediaType", "application/vnd.oci.image.index.v1+json");
            w.WriteStartArray("manifests");
            w.WriteStartObject();
            Descriptor(w, "application/vnd.oci.image.manifest.v1+json", manifest);
            w.WriteStartObject("annotations");
            w.WriteString("io.containerd.image.name", name);
            w.WriteString("org.opencontainers.image.ref.name", name[(name.LastIndexOf(':') + 1)..]);
            w.WriteEndObject();
            w.WriteStartObject("platform");
            w.WriteString("architecture", Name(architecture));
            w.WriteString("os", "linux");
            w.WriteEndObject();
            w.WriteEndObject();
            w.WriteEndArray();
        });
        return Tar(
        [
            Blob(layer),
            Blob(config),
            Blob(manifest),
            new("index.json", index, FileMode),
            new("oci-layout", """{"imageLayoutVersion":"1.0.0"}"""u8.ToArray(), FileMode),
        ]);
    }

    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode DirectoryMode = FileMode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static OciFile Blob(byte[] content) => new("blobs/sha256/" + Digest(content)["sha256:".Length..], content, FileMode);

    private static string Digest(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Name(Architecture architecture) => architecture switch
    {
        Architecture.X64 => "amd64",
        Architecture.Arm64 => "arm64",
        _ => architecture.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    private static void Descriptor(Utf8JsonWriter w, string mediaType, byte[] content)
    {
        w.WriteString("mediaType", mediaType);
        w.WriteString("digest", Digest(content));
        w.WriteNumber("size", content.Length);
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var w = new Utf8JsonWriter(bytes))
        {
            w.WriteStartObject();
            write(w);
            w.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static byte[] Tar(IReadOnlyList<OciFile> files)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            HashSet<string> directories = [];
            foreach (var file in files)
            {
                for (var slash = file.Path.IndexOf('/'); slash >= 0; slash = file.Path.IndexOf('/', slash + 1))
                {
                    if (directories.Add(file.Path[..slash]))
                    {
                        tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, file.Path[..slash] + "/") { Mode = DirectoryMode, ModificationTime = DateTimeOffset.UnixEpoch });
                    }
                }

                if (file.Path.EndsWith('/'))
                {
                    continue;
                }

                tar.WriteEntry(file.LinkTarget is { } target
                    ? new UstarTarEntry(TarEntryType.SymbolicLink, file.Path) { LinkName = target, ModificationTime = DateTimeOffset.UnixEpoch }
                    : new UstarTarEntry(TarEntryType.RegularFile, file.Path) { Mode = file.Mode, ModificationTime = DateTimeOffset.UnixEpoch, DataStream = new MemoryStream(file.Content) });
            }
        }

        return bytes.ToArray();
    }
}
