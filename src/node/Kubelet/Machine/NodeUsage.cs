using System.Globalization;

namespace Cybernetes.Kubelet.Machine;

/// <summary>What the whole machine uses, from /proc.</summary>
internal sealed record NodeUsage
{
    private const long TicksPerSecond = 100;

    private static (DateTimeOffset Time, ulong Cpu) _last;

    public required DateTimeOffset Time { get; init; }

    public DateTimeOffset BootTime { get; init; }

    public ulong CpuNanoSeconds { get; init; }

    public ulong CpuNanoCores { get; init; }

    public long MemoryAvailable { get; init; }

    public long MemoryUsage { get; init; }

    public long MemoryWorkingSet { get; init; }

    public long Processes { get; init; }

    public long MaxProcesses { get; init; }

    public IReadOnlyList<(string Name, ulong Rx, ulong RxErrors, ulong Tx, ulong TxErrors)> Interfaces { get; init; } = [];

    public static NodeUsage Read(string root, DateTimeOffset now)
    {
        var total = MachineInfo.MemInfo(root, "MemTotal");
        var free = MachineInfo.MemInfo(root, "MemFree");
        var inactive = MachineInfo.MemInfo(root, "Inactive(file)");
        var available = MachineInfo.MemInfo(root, "MemAvailable");
        var stat = File.ReadAllLines(Path.Combine(root, "proc/stat"));
        var fields = stat[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(f => ulong.Parse(f, CultureInfo.InvariantCulture)).ToList();

        // user, nice, system, irq, softirq, steal: all but idle and waiting for disks.
        var busy = (fields[0] + fields[1] + fields[2] + fields[5] + fields[6] + fields[7]) * (1_000_000_000 / TicksPerSecond);
        var boot = stat.FirstOrDefault(l => l.StartsWith("btime ", StringComparison.Ordinal));
        var (lastTime, lastCpu) = _last;
        _last = (now, busy);
        var elapsed = (now - lastTime).TotalSeconds;
        return new()
        {
            Time = now,
            BootTime = boot is null ? now : DateTimeOffset.FromUnixTimeSeconds(long.Parse(boot.AsSpan(6), CultureInfo.InvariantCulture)),
            CpuNanoSeconds = busy,
            CpuNanoCores = lastCpu > 0 && elapsed is > 0 and < 600 ? (ulong)((busy - lastCpu) / elapsed) : 0,
            MemoryAvailable = available,
            MemoryUsage = total - free,
            MemoryWorkingSet = total - free - inactive,
            Processes = Directory.EnumerateDirectories(Path.Combine(root, "proc")).Count(d => char.IsAsciiDigit(Path.GetFileName(d)[0])),
            MaxProcesses = long.TryParse(File.ReadAllText(Path.Combine(root, "proc/sys/kernel/pid_max")).Trim(), CultureInfo.InvariantCulture, out var max) ? max : 0,
            Interfaces = ReadInterfaces(Path.Combine(root, "proc/net/dev")),
        };
    }

    /// <summary>The interfaces that a process sees; null when it has ended.</summary>
    public static IReadOnlyList<(string Name, ulong Rx, ulong RxErrors, ulong Tx, ulong TxErrors)>? InterfacesOf(int process)
    {
        try
        {
            return ReadInterfaces($"/proc/{process}/net/dev");
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static List<(string, ulong, ulong, ulong, ulong)> ReadInterfaces(string path)
    {
        List<(string, ulong, ulong, ulong, ulong)> result = [];
        foreach (var line in File.ReadLines(path).Skip(2))
        {
            var parts = line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 11 && parts[0] != "lo" && !parts[0].StartsWith("veth", StringComparison.Ordinal))
            {
                result.Add((parts[0], Number(parts[1]), Number(parts[3]), Number(parts[9]), Number(parts[11])));
            }
        }

        return result;

        static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
    }
}
