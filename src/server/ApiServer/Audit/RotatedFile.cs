using System.Globalization;

namespace Cybernetes.ApiServer.Audit;

/// <summary>A file that is renamed when it is full, and whose old copies are counted and aged. Used by one thread.</summary>
internal sealed class RotatedFile(string path, long maxBytes, int maxBackups, TimeSpan maxAge, TimeProvider time) : IDisposable
{
    private FileStream? _file;

    /// <summary>Appends whole lines.</summary>
    public void Write(ReadOnlySpan<byte> lines)
    {
        var file = _file ??= Open();
        if (maxBytes > 0 && file.Length > 0 && file.Length + lines.Length > maxBytes)
        {
            file.Dispose();
            Rotate();
            file = _file = Open();
        }
        file.Write(lines);
    }

    /// <summary>Hands what was written to the system.</summary>
    public void Flush() => _file?.Flush();

    public void Dispose() => _file?.Dispose();

    private FileStream Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
    }

    private void Rotate()
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var (name, extension) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        var stamp = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH-mm-ss.fff", CultureInfo.InvariantCulture);
        File.Move(path, Path.Combine(folder, $"{name}-{stamp}{extension}"), overwrite: true);
        var backups = Directory.GetFiles(folder, $"{name}-*{extension}").OrderDescending(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < backups.Length; i++)
        {
            var tooMany = maxBackups > 0 && i >= maxBackups;
            var tooOld = maxAge > TimeSpan.Zero && time.GetUtcNow() - File.GetLastWriteTimeUtc(backups[i]) > maxAge;
            if (tooMany || tooOld)
            {
                File.Delete(backups[i]);
            }
        }
    }
}
