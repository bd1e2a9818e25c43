using Cybernetes.Kubelet.Stats;

namespace Cybernetes.Kubelet.Tests;

public sealed class CgroupUsageTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory();

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void TheUnifiedHierarchyIsRead()
    {
        Write("cgroup.controllers", "cpu memory");
        Write("pod/cpu.stat", "usage_usec 1500000\nuser_usec 1000000\nsystem_usec 500000\nnr_periods 7\n");
        Write("pod/cpu.max", "20000 100000");
        Write("pod/cpu.weight", "39");
        Write("pod/memory.current", "1000");
        Write("pod/memory.stat", "anon 600\nfile 400\ninactive_file 300\n");
        Write("pod/memory.max", "max");
        Write("pod/cgroup.procs", "42\n43\n");

        var usage = CgroupUsage.Read(_root.FullName, "/pod")!;

        Assert.Equal((1.5, 1, 0.5, 7, 20000, 100000), (usage.CpuSeconds, usage.UserSeconds, usage.SystemSeconds, usage.Periods, usage.CpuQuota, usage.CpuPeriod));
        Assert.Equal((1000, 700, 600, 0, 42), (usage.MemoryUsage, usage.MemoryWorkingSet, usage.MemoryRss, usage.MemoryLimit, usage.AnyProcess));
    }

    [Fact]
    public void TheHierarchiesOfVersionOneAreRead()
    {
        Write("cpuacct/pod/cpuacct.usage", "1500000000");
        Write("cpu/pod/cpu.shares", "512");
        Write("cpu/pod/cpu.cfs_quota_us", "-1");
        Write("memory/pod/memory.usage_in_bytes", "1000");
        Write("memory/pod/memory.stat", "total_rss 600\ntotal_inactive_file 300\n");
        Write("memory/pod/memory.limit_in_bytes", "9223372036854771712");
        Write("memory/pod/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n");

        var usage = CgroupUsage.Read(_root.FullName, "pod")!;

        Assert.Equal((1.5, 512, 0, 1000, 700, 0, 2), (usage.CpuSeconds, usage.CpuShares, usage.CpuQuota, usage.MemoryUsage, usage.MemoryWorkingSet, usage.MemoryLimit, usage.OomKills));
    }

    [Fact]
    public void ACgroupThatIsGoneHasNoUsage() => Assert.Null(CgroupUsage.Read(_root.FullName, "pod"));

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
