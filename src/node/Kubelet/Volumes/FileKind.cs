using System.Runtime.InteropServices;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>What kind of file a path names, as the kernel says.</summary>
internal static partial class FileKind
{
    private const int AtFdCwd = -100;
    private const uint StatxType = 1;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xf000;

    /// <summary>f file, d directory, s socket, c or b device, p pipe, blank for anything else.</summary>
    public static char Of(string path)
    {
        Span<byte> buffer = stackalloc byte[256];
        if (Statx(AtFdCwd, path, 0, StatxType, ref MemoryMarshal.GetReference(buffer)) != 0)
        {
            return ' ';
        }

        var mode = MemoryMarshal.Read<ushort>(buffer[ModeOffset..]);
        return (mode & TypeMask) switch { 0x8000 => 'f', 0x4000 => 'd', 0xc000 => 's', 0x2000 => 'c', 0x6000 => 'b', 0x1000 => 'p', _ => ' ' };
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, ref byte buffer);
}
