using System.Runtime.InteropServices;

namespace Cybernetes.Kubelet.Maintenance;

/// <summary>Room in a file system, as statvfs(3) says.</summary>
internal readonly partial record struct FileSystem(long Capacity, long Available, long Inodes, long InodesFree)
{
    public static FileSystem Of(string path)
    {
        // struct statvfs of 64-bit Linux: unsigned longs bsize, frsize, blocks, bfree, bavail, files, ffree, favail, …
        Span<ulong> words = stackalloc ulong[32];
        if (StatVfs(path, ref MemoryMarshal.GetReference(words)) != 0)
        {
            throw new IOException($"statvfs {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        return new((long)(words[1] * words[2]), (long)(words[1] * words[4]), (long)words[5], (long)words[6]);
    }

    [LibraryImport("libc", EntryPoint = "statvfs", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatVfs(string path, ref ulong buffer);
}
