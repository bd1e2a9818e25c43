using System.Runtime.InteropServices;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>Mounts in the kernel's table. Methods throw <see cref="IOException"/> with the kernel's words.</summary>
internal static partial class Mounts
{
    private const ulong MsRemount = 32;
    private const ulong MsReadOnly = 1;
    private const ulong MsBind = 4096;
    private const ulong MsRecursive = 16384;
    private const int UmountDetach = 2;
    private const int UmountNoFollow = 8;

    public static void Bind(string source, string target, bool readOnly = false)
    {
        Do(source, target, "", MsBind | MsRecursive, null);
        if (readOnly)
        {
            Do("", target, "", MsBind | MsRemount | MsReadOnly, null);
        }
    }

    /// <summary>Mounts a tmpfs; <paramref name="size"/> in bytes, 0 for the kernel's default.</summary>
    public static void Tmpfs(string target, long size, string extra = "") =>
        Do("tmpfs", target, "tmpfs", 0, string.Join(',', new[] { size > 0 ? $"size={size}" : "", extra }.Where(o => o.Length > 0)));

    /// <summary>Mounts huge pages of a size such as 2M.</summary>
    public static void Huge(string target, string pageSize) => Do("nodev", target, "hugetlbfs", 0, $"pagesize={pageSize}");

    public static void Unmount(string target)
    {
        if (Umount2(target, UmountDetach | UmountNoFollow) != 0)
        {
            throw new IOException($"unmount {target}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    public static bool IsMountPoint(string path) => All().Contains(path);

    /// <summary>The mount points below a directory (and itself), deepest first.</summary>
    public static IReadOnlyList<string> Below(string directory) =>
        [.. All().Where(m => m == directory || m.StartsWith(directory + "/", StringComparison.Ordinal)).OrderByDescending(m => m.Length)];

    private static IEnumerable<string> All()
    {
        foreach (var line in File.ReadLines("/proc/self/mountinfo"))
        {
            var words = line.Split(' ');
            if (words.Length > 4)
            {
                yield return words[4].Replace("\\040", " ", StringComparison.Ordinal).Replace("\\011", "\t", StringComparison.Ordinal).Replace("\\134", "\\", StringComparison.Ordinal);
            }
        }
    }

    private static void Do(string source, string target, string type, ulong flags, string? data)
    {
        if (Mount(source, target, type, flags, data) != 0)
        {
            throw new IOException($"mount {source} on {target}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Mount(string source, string target, string type, ulong flags, string? data);

    [LibraryImport("libc", EntryPoint = "umount2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Umount2(string target, int flags);
}
