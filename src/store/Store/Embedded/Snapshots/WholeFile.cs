namespace Cybernetes.Store.Embedded.Snapshots;

/// <summary>Writes files that are there whole or not at all, also after power loss.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<string> write)
    {
        var part = $"{path}.part-{Guid.NewGuid():n}";
        try
        {
            write(part);
            using (var file = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
            DirectorySync.Run(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        finally
        {
            foreach (var left in new[] { part, part + "-wal", part + "-shm", part + "-journal" })
            {
                File.Delete(left);
            }
        }
    }
}
