using System.Net;
using System.Net.Sockets;
using Cybernetes.Base.Networking;
using Cybernetes.Configuration;

namespace Cybernetes.Preflight;

/// <summary>Looks whether this machine can run a cluster. Changes nothing.</summary>
internal static class MachineChecks
{
    private static readonly (string Program, string Package)[] _programs =
        [("containerd", "containerd"), ("runc", "runc"), ("nft", "nftables"), ("conntrack", "conntrack"), ("ip", "iproute2"), ("mount", "mount")];

    /// <summary>All findings, in the order of the checks.</summary>
    public static IEnumerable<Finding> Run(ClusterOptions options, bool isAgent = false)
    {
        yield return Root();
        if (!options.DisableAgent)
        {
            foreach (var (program, package) in _programs)
            {
                yield return Program(program, package);
            }

            yield return CniPlugins();
            yield return Cgroups();
            yield return Overlay();
        }

        yield return Disk(options);
        yield return Address(options);
        foreach (var (port, what) in Ports(options, isAgent))
        {
            yield return Port(port, what);
        }
    }

    private static IEnumerable<(int Port, string What)> Ports(ClusterOptions options, bool isAgent)
    {
        if (!isAgent)
        {
            yield return (options.ApiPort, "API server");
            yield return (options.DnsPort, "DNS server");
        }

        if (!options.DisableAgent)
        {
            yield return (options.KubeletPort, "kubelet");
        }
    }

    /// <summary>Whether nothing bad was found; what was is written.</summary>
    public static bool Pass(IEnumerable<Finding> findings, TextWriter errors)
    {
        var problems = findings.Where(finding => finding.Severity == Severity.Error).ToList();
        if (problems.Count > 0)
        {
            errors.WriteLine("This machine cannot run a cluster yet:");
        }

        foreach (var problem in problems)
        {
            errors.WriteLine($"  {problem.Check}: {problem.Text}");
        }

        return problems.Count == 0;
    }

    /// <summary>The folder that holds the CNI plugins; null where none does.</summary>
    public static string? FindCniPlugins() => Array.Find(["/opt/cni/bin", "/usr/lib/cni"], folder => File.Exists(Path.Combine(folder, "bridge")));

    private static Finding Root() => Environment.UserName == "root" || Environment.IsPrivilegedProcess
        ? Finding.Good("user", "root")
        : Finding.Bad("user", "a node needs root: run it with sudo");

    private static Finding Program(string program, string package)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin", "/usr/local/sbin"]);
        var path = folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        return path is null ? Finding.Bad(program, $"not found: `apt-get install {package}`") : Finding.Good(program, path);
    }

    private static Finding CniPlugins() => FindCniPlugins() is { } folder
        ? Finding.Good("CNI plugins", folder)
        : Finding.Bad("CNI plugins", "bridge is in neither /opt/cni/bin nor /usr/lib/cni: `apt-get install containernetworking-plugins`");

    private static Finding Cgroups()
    {
        if (File.Exists("/sys/fs/cgroup/cgroup.controllers"))
        {
            var controllers = File.ReadAllText("/sys/fs/cgroup/cgroup.controllers").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var missing = new[] { "cpu", "memory", "pids" }.Except(controllers).ToArray();
            return missing.Length == 0 ? Finding.Good("cgroups", "v2") : Finding.Bad("cgroups", $"cgroup v2 lacks the controllers {string.Join(", ", missing)}");
        }

        var absent = new[] { "cpu", "memory", "pids" }.Where(controller => !Directory.Exists($"/sys/fs/cgroup/{controller}")).ToArray();
        return absent.Length == 0 ? Finding.Good("cgroups", "v1") : Finding.Bad("cgroups", $"no cgroup hierarchy is mounted for {string.Join(", ", absent)} below /sys/fs/cgroup");
    }

    private static Finding Overlay() => File.ReadLines("/proc/filesystems").Any(line => line.EndsWith("overlay", StringComparison.Ordinal))
        ? Finding.Good("overlayfs", "available")
        : Finding.Warning("overlayfs", "the kernel shows no overlayfs: images are copied, which is slow (`modprobe overlay`)");

    private static Finding Disk(ClusterOptions options)
    {
        var existing = options.DataDirectory;
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        var free = new DriveInfo(existing).AvailableFreeSpace >> 20;
        return free switch
        {
            < 512 => Finding.Bad("disk", $"{options.DataDirectory} has {free} MiB free, at least 512 are needed"),
            < 4096 => Finding.Warning("disk", $"{options.DataDirectory} has only {free} MiB free; the kubelet evicts pods when it gets full"),
            _ => Finding.Good("disk", $"{free >> 10} GiB free for {options.DataDirectory}"),
        };
    }

    private static Finding Address(ClusterOptions options) =>
        options.NodeIp.Length > 0 ? Finding.Good("address", $"{options.NodeIp}, as configured")
        : MachineAddress.Find() is { } found ? Finding.Good("address", $"{found}")
        : Finding.Warning("address", "no interface has an address besides loopback yet: a start waits half a minute for one");

    private static Finding Port(int port, string what)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Any, port);
            listener.Start();
            return Finding.Good($"port {port}", $"free for the {what}");
        }
        catch (SocketException)
        {
            return Finding.Bad($"port {port}", $"the {what} needs it and another process has it: `ss -ltnp sport = :{port}` names it");
        }
    }
}
