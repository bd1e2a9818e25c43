using System.Globalization;
using System.Runtime.InteropServices;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>An open O_PATH descriptor: names a file through /proc whatever happens to its path.</summary>
internal sealed partial class PathHandle : IDisposable
{
    private const int OPath = 0x200000;
    private const int OCloseOnExec = 0x80000;

    private readonly int _descriptor;

    public PathHandle(string path)
    {
        _descriptor = Open(path, OPath | OCloseOnExec);
        if (_descriptor < 0)
        {
            throw new IOException($"open {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    public string ProcPath => "/proc/self/fd/" + _descriptor.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _ = Close(_descriptor);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
