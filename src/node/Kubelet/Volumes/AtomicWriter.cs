using System.Globalization;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>
/// Writes a set of files so that a reader sees either the old set or the new: they lie in a directory with a time for a name, the link
/// <c>..data</c> is moved to it in one step, and what the reader names are links through <c>..data</c>.
/// </summary>
internal static class AtomicWriter
{
    private const string DataLink = "..data";

    /// <summary>
    /// Makes <paramref name="directory"/> hold exactly <paramref name="files"/>; returns whether anything changed.
    /// <paramref name="prepare"/> is applied to the new directory before readers can see it.
    /// </summary>
    public static bool Write(string directory, IReadOnlyDictionary<string, PayloadFile> files, DateTimeOffset now, Action<string>? prepare = null)
    {
        var dataLink = Path.Combine(directory, DataLink);
        var current = new FileInfo(dataLink).LinkTarget;
        if (current is not null && IsSame(Path.Combine(directory, current), files))
        {
            return false;
        }

        // 1. The new directory, complete, under a name of its own.
        var name = string.Create(CultureInfo.InvariantCulture, $"..{now:yyyy_MM_dd_HH_mm_ss}.{Random.Shared.NextInt64(4_000_000_000)}");
        var next = Path.Combine(directory, name);
        Directory.CreateDirectory(next);
        File.SetUnixFileMode(next, (UnixFileMode)0b111_101_101);
        foreach (var (path, file) in files)
        {
            var full = Path.Combine(next, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, file.Content.ToArray());
            File.SetUnixFileMode(full, (UnixFileMode)(file.Mode & 0x1ff));
            if (file.Owner is { } owner)
            {
                Ownership.Change(full, owner, -1);
            }
        }

        prepare?.Invoke(next);

        // 2. One rename makes it the current one.
        var temporary = Path.Combine(directory, "..data_tmp");
        File.Delete(temporary);
        File.CreateSymbolicLink(temporary, name);
        Links.Rename(temporary, dataLink);

        // 3. Links for what is new, none for what is gone, and the old directory goes.
        var visible = files.Keys.Select(k => k.Split('/')[0]).ToHashSet();
        foreach (var entry in visible.Where(v => new FileInfo(Path.Combine(directory, v)).LinkTarget is null))
        {
            File.CreateSymbolicLink(Path.Combine(directory, entry), Path.Combine(DataLink, entry));
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(directory).Select(e => Path.GetFileName(e)))
        {
            if (!entry.StartsWith("..", StringComparison.Ordinal) && !visible.Contains(entry))
            {
                File.Delete(Path.Combine(directory, entry));
            }
        }

        if (current is not null && Directory.Exists(Path.Combine(directory, current)))
        {
            Directory.Delete(Path.Combine(directory, current), recursive: true);
        }

        return true;
    }

    private static bool IsSame(string directory, IReadOnlyDictionary<string, PayloadFile> files)
    {
        if (!Directory.Exists(directory))
        {
            return false;
        }

        var existing = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Count();
        return existing == files.Count && files.All(f =>
        {
            var path = Path.Combine(directory, f.Key);
            return File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(f.Value.Content.Span);
        });
    }
}
