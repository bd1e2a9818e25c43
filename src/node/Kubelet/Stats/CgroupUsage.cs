using System.Globalization;

namespace Cybernetes.Kubelet.Stats;

/// <summary>What the kernel accounts for one cgroup, read from cgroup v1 or v2. What it does not say is zero; limits are 0 where there is none.</summary>
internal sealed record CgroupUsage
{
    private const double MicrosecondsPerSecond = 1e6;
    private const double NanosecondsPerSecond = 1e9;

    public double CpuSeconds { get; init; }

    public double UserSeconds { get; init; }

    public double SystemSeconds { get; init; }

    public double Periods { get; init; }

    public double ThrottledPeriods { get; init; }

    public double ThrottledSeconds { get; init; }

    public double CpuShares { get; init; }

    public double CpuQuota { get; init; }

    public double CpuPeriod { get; init; }

    public double MemoryUsage { get; init; }

    public double MemoryWorkingSet { get; init; }

    public double MemoryRss { get; init; }

    public double MemoryCache { get; init; }

    public double MemoryMapped { get; init; }

    public double MemorySwap { get; init; }

    public double MemoryPeak { get; init; }

    public double MemoryLimit { get; init; }

    public double OomKills { get; init; }

    public double Processes { get; init; }

    /// <summary>One process of the cgroup; 0 when it has none.</summary>
    public int AnyProcess { get; init; }

    /// <summary>Reads the cgroup at <paramref name="relative"/> below the mounts; null when it does not exist.</summary>
    public static CgroupUsage? Read(string mountRoot, string relative)
    {
        relative = relative.Trim('/');
        try
        {
            return File.Exists(Path.Combine(mountRoot, "cgroup.controllers"))
                ? Directory.Exists(Path.Combine(mountRoot, relative)) ? Unified(Path.Combine(mountRoot, relative)) : null
                : Directory.Exists(Path.Combine(mountRoot, "memory", relative)) ? Legacy(controller => Path.Combine(mountRoot, controller, relative)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it went while it was read
        }
    }

    private static CgroupUsage Unified(string directory)
    {
        var cpu = Table(directory, "cpu.stat");
        var memory = Table(directory, "memory.stat");
        var max = Text(directory, "cpu.max").Split(' ');
        var usage = Number(directory, "memory.current");
        return new()
        {
            CpuSeconds = cpu("usage_usec") / MicrosecondsPerSecond,
            UserSeconds = cpu("user_usec") / MicrosecondsPerSecond,
            SystemSeconds = cpu("system_usec") / MicrosecondsPerSecond,
            Periods = cpu("nr_periods"),
            ThrottledPeriods = cpu("nr_throttled"),
            ThrottledSeconds = cpu("throttled_usec") / MicrosecondsPerSecond,
            CpuShares = Number(directory, "cpu.weight") is > 0 and var weight ? 2 + ((weight - 1) * 262142 / 9999) : 0,
            CpuQuota = Parse(max[0]),
            CpuPeriod = max.Length > 1 ? Parse(max[1]) : 0,
            MemoryUsage = usage,
            MemoryWorkingSet = Math.Max(0, usage - memory("inactive_file")),
            MemoryRss = memory("anon"),
            MemoryCache = memory("file"),
            MemoryMapped = memory("file_mapped"),
            MemorySwap = Number(directory, "memory.swap.current"),
            MemoryPeak = Number(directory, "memory.peak"),
            MemoryLimit = Number(directory, "memory.max"),
            OomKills = Table(directory, "memory.events")("oom_kill"),
            Processes = Number(directory, "pids.current"),
            AnyProcess = FirstProcess(directory),
        };
    }

    private static CgroupUsage Legacy(Func<string, string> directory)
    {
        // USER_HZ is 100 on every machine that we run on.
        const double TicksPerSecond = 100;
        const double Unlimited = 1L << 60;
        var times = Table(directory("cpuacct"), "cpuacct.stat");
        var cpu = Table(directory("cpu"), "cpu.stat");
        var memory = Table(directory("memory"), "memory.stat");
        var usage = Number(directory("memory"), "memory.usage_in_bytes");
        var limit = Number(directory("memory"), "memory.limit_in_bytes");
        var withSwap = Number(directory("memory"), "memory.memsw.usage_in_bytes");
        return new()
        {
            CpuSeconds = Number(directory("cpuacct"), "cpuacct.usage") / NanosecondsPerSecond,
            UserSeconds = times("user") / TicksPerSecond,
            SystemSeconds = times("system") / TicksPerSecond,
            Periods = cpu("nr_periods"),
            ThrottledPeriods = cpu("nr_throttled"),
            ThrottledSeconds = cpu("throttled_time") / NanosecondsPerSecond,
            CpuShares = Number(directory("cpu"), "cpu.shares"),
            CpuQuota = Math.Max(0, Number(directory("cpu"), "cpu.cfs_quota_us")),
            CpuPeriod = Number(directory("cpu"), "cpu.cfs_period_us"),
            MemoryUsage = usage,
            MemoryWorkingSet = Math.Max(0, usage - memory("total_inactive_file")),
            MemoryRss = memory("total_rss"),
            MemoryCache = memory("total_cache"),
            MemoryMapped = memory("total_mapped_file"),
            MemorySwap = withSwap > usage ? withSwap - usage : 0,
            MemoryPeak = Number(directory("memory"), "memory.max_usage_in_bytes"),
            MemoryLimit = limit >= Unlimited ? 0 : limit,
            OomKills = Table(directory("memory"), "memory.oom_control")("oom_kill"),
            Processes = Number(directory("pids"), "pids.current"),
            AnyProcess = FirstProcess(directory("memory")),
        };
    }

    private static Func<string, double> Table(string directory, string file)
    {
        Dictionary<string, double> values = [];
        foreach (var line in Text(directory, file).Split('\n'))
        {
            if (line.Split(' ') is [var name, var value])
            {
                values[name] = Parse(value);
            }
        }

        return name => values.GetValueOrDefault(name);
    }

    private static int FirstProcess(string directory) => (int)Parse(Text(directory, "cgroup.procs").Split('\n')[0]);

    private static double Number(string directory, string file) => Parse(Text(directory, file));

    private static double Parse(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : "";
    }
}
