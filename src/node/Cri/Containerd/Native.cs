using System.Runtime.InteropServices;

namespace Cybernetes.Cri.Containerd;

internal static partial class Native
{
    private const int SigTerm = 15;

    public static void Terminate(int processId) => _ = Kill(processId, SigTerm);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
