using System.Globalization;

namespace Cybernetes.Cri.Containerd;

/// <summary>What this process may do.</summary>
internal static class Capabilities
{
    private const int SysResource = 24;

    /// <summary>Whether CAP_SYS_RESOURCE is effective.</summary>
    public static bool HasSysResource()
    {
        try
        {
            var line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("CapEff:", StringComparison.Ordinal));
            return line is not null
                && ulong.TryParse(line["CapEff:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var set)
                && (set & (1UL << SysResource)) != 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
