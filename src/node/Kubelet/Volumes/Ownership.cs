using System.Runtime.InteropServices;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>Gives a volume to a pod's fsGroup.</summary>
internal static partial class Ownership
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead;
    private const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute;

    /// <summary>Changes group and mode of the directory and everything in it; links are changed themselves, not followed.</summary>
    public static void ApplyFsGroup(string path, long group, bool readOnly)
    {
        Change(path, -1, group);
        var info = new FileInfo(path);
        if (info.LinkTarget is not null)
        {
            return;
        }

        var isDirectory = Directory.Exists(path);
        var mode = File.GetUnixFileMode(path) | (readOnly ? ReadOnly : ReadWrite);
        if (isDirectory)
        {
            mode |= Enter | UnixFileMode.SetGroup;
        }

        File.SetUnixFileMode(path, mode);
        if (isDirectory)
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(path))
            {
                ApplyFsGroup(entry, group, readOnly);
            }
        }
    }

    /// <summary>Changes owner and group without following a link; -1 leaves one as it is.</summary>
    public static void Change(string path, long user, long group)
    {
        if (LChown(path, (int)user, (int)group) != 0)
        {
            throw new IOException($"lchown {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LChown(string path, int user, int group);
}
