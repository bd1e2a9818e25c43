using System.Runtime.InteropServices;

namespace Cybernetes.Kubelet.Resources;

internal static partial class NativeDirectory
{
    /// <summary>rmdir(2): the kernel's own files do not count.</summary>
    public static void Remove(string path)
    {
        if (RmDir(path) != 0)
        {
            throw new IOException($"rmdir {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "rmdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RmDir(string path);
}
