using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Cybernetes.Kubelet.Machine;

/// <summary>What a node reports of the machine it is. Immutable; read once at the start.</summary>
internal sealed record MachineInfo
{
    public int Cpus { get; init; }

    public long MemoryBytes { get; init; }

    public string MachineId { get; init; } = "";

    public string SystemUuid { get; init; } = "";

    public string BootId { get; init; } = "";

    public string KernelVersion { get; init; } = "";

    public string OsImage { get; init; } = "";

    public string Architecture { get; init; } = "";

    public long SwapBytes { get; init; }

    /// <summary>Bytes in huge pages, by page size as resource names have it (hugepages-2Mi).</summary>
    public IReadOnlyDictionary<string, long> HugePages { get; init; } = new Dictionary<string, long>();

    /// <summary>Reads the machine below <paramref name="root"/>, which is / but in tests.</summary>
    public static MachineInfo Read(string root = "/") => new()
    {
        Cpus = Environment.ProcessorCount,
        MemoryBytes = MemInfo(root, "MemTotal"),
        SwapBytes = MemInfo(root, "SwapTotal"),
        MachineId = Text(root, "etc/machine-id"),
        SystemUuid = Text(root, "sys/class/dmi/id/product_uuid") is { Length: > 0 } uuid ? uuid : Text(root, "etc/machine-id"),
        BootId = Text(root, "proc/sys/kernel/random/boot_id"),
        KernelVersion = Text(root, "proc/sys/kernel/osrelease"),
        OsImage = OsRelease(root),
        Architecture = RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64",
        HugePages = ReadHugePages(root),
    };

    /// <summary>A field of /proc/meminfo in bytes.</summary>
    public static long MemInfo(string root, string field)
    {
        var path = Path.Combine(root, "proc/meminfo");
        var line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(l => l.StartsWith(field + ":", StringComparison.Ordinal)) : null;
        var words = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [_, var kilobytes, ..] && long.TryParse(kilobytes, CultureInfo.InvariantCulture, out var value) ? value * 1024 : 0;
    }

    /// <summary>The address by which the machine reaches others: that of the default route, else the first that is not its own loop.</summary>
    public static string FindAddress()
    {
        try
        {
            // Connecting a datagram socket sends nothing: it only asks the kernel for a route.
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(IPAddress.Parse("192.0.2.1"), 9);
            if (socket.LocalEndPoint is IPEndPoint { Address: var address } && !IPAddress.IsLoopback(address))
            {
                return address.ToString();
            }
        }
        catch (SocketException)
        {
            // No route out.
        }

        return NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a))
            .Select(a => a.ToString())
            .FirstOrDefault("127.0.0.1");
    }

    private static string Text(string root, string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, path)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string OsRelease(string root)
    {
        var line = Text(root, "etc/os-release").Split('\n').FirstOrDefault(l => l.StartsWith("PRETTY_NAME=", StringComparison.Ordinal));
        return line is null ? "Linux" : line["PRETTY_NAME=".Length..].Trim('"');
    }

    private static Dictionary<string, long> ReadHugePages(string root)
    {
        Dictionary<string, long> pages = [];
        var directory = Path.Combine(root, "sys/kernel/mm/hugepages");
        if (!Directory.Exists(directory))
        {
            return pages;
        }

        foreach (var size in Directory.EnumerateDirectories(directory).Select(d => Path.GetFileName(d)))
        {
            if (!long.TryParse(size.Replace("hugepages-", "", StringComparison.Ordinal).Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var kilobytes))
            {
                continue;
            }

            _ = long.TryParse(Text(root, $"sys/kernel/mm/hugepages/{size}/nr_hugepages"), CultureInfo.InvariantCulture, out var count);
            var name = kilobytes >= 1024 * 1024 ? $"{kilobytes / 1024 / 1024}Gi" : kilobytes >= 1024 ? $"{kilobytes / 1024}Mi" : $"{kilobytes}Ki";
            pages["hugepages-" + name] = count * kilobytes * 1024;
        }

        return pages;
    }
}
