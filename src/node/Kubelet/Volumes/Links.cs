using System.Runtime.InteropServices;

namespace Cybernetes.Kubelet.Volumes;

internal static partial class Links
{
    /// <summary>rename(2): moves a link itself, over what is there, in one step. .NET's own move follows links to directories.</summary>
    public static void Rename(string from, string to)
    {
        if (RenameNative(from, to) != 0)
        {
            throw new IOException($"rename {from}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameNative(string from, string to);
}
