using Cybernetes.Configuration;

namespace Cybernetes.Down;

/// <summary>What a cluster leaves on a machine besides its containers, found by what it says of itself, and its removal.</summary>
internal static class Leftovers
{
    private const string CgroupRoot = "/sys/fs/cgroup";

    /// <summary>Ends our containerd and its shims: those whose command line names our directory.</summary>
    public static async Task EndProcessesAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { "-TERM", "-KILL" })
        {
            for (var round = 0; round < 20; round++)
            {
                var mine = Processes(options);
                if (mine.Count == 0)
                {
                    return;
                }

                if (round == 0)
                {
                    await Tool.RunAsync("kill", [signal, .. mine], cancellationToken);
                }

                await Task.Delay(100, cancellationToken);
            }
        }
    }

    /// <summary>Unmounts what is mounted below the data directory, and the pods' network namespaces that nobody holds.</summary>
    public static async Task UnmountAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        var mounts = File.ReadLines("/proc/self/mounts").Select(line => line.Split(' ')[1])
            .Where(path => path.StartsWith(options.DataDirectory + "/", StringComparison.Ordinal))
            .OrderByDescending(path => path.Length).ToList();
        foreach (var mount in mounts)
        {
            await Tool.RunAsync("umount", ["-l", mount.Replace("\\040", " ", StringComparison.Ordinal)], cancellationToken);
        }
    }

    /// <summary>Removes the pods' cgroups, which are empty by now; those that are not stay.</summary>
    public static void RemoveCgroups(ClusterOptions options)
    {
        var below = options.CgroupRoot.Trim('/');
        IEnumerable<string> hierarchies = File.Exists($"{CgroupRoot}/cgroup.controllers") ? [CgroupRoot] : Directory.Exists(CgroupRoot) ? Directory.GetDirectories(CgroupRoot) : [];
        foreach (var pods in hierarchies.Select(hierarchy => Path.Combine(hierarchy, below, "kubepods")).Where(Directory.Exists))
        {
            foreach (var directory in Directory.GetDirectories(pods, "*", SearchOption.AllDirectories).OrderByDescending(path => path.Length).Append(pods))
            {
                // One in which somebody still lives stays.
                TryDelete(directory);
            }
        }
    }

    /// <summary>Removes pods' logs and the links to them.</summary>
    public static void RemoveLogs(IReadOnlyList<string> podDirectories)
    {
        foreach (var directory in podDirectories.Select(name => Path.Combine("/var/log/pods", name)).Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }

        if (Directory.Exists("/var/log/containers"))
        {
            foreach (var link in new DirectoryInfo("/var/log/containers").GetFiles().Where(file => file.LinkTarget is { } target && !File.Exists(target)))
            {
                link.Delete();
            }
        }

        foreach (var directory in new[] { "/var/log/pods", "/var/log/containers", "/var/lib/cni/results", "/var/lib/cni" }.Where(path => Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any()))
        {
            TryDelete(directory);
        }

        if (Directory.Exists("/run/c8s"))
        {
            Directory.Delete("/run/c8s", recursive: true);
        }
    }

    /// <summary>Removes what the data directory holds, and the directory, unless it is somebody's mount.</summary>
    public static void RemoveState(ClusterOptions options)
    {
        foreach (var entry in new DirectoryInfo(options.DataDirectory).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo directory)
            {
                directory.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }

        TryDelete(options.DataDirectory);
    }

    private static void TryDelete(string emptyDirectory)
    {
        try
        {
            Directory.Delete(emptyDirectory);
        }
        catch (IOException)
        {
            // A file system of its own is mounted there.
        }
    }

    private static List<string> Processes(ClusterOptions options)
    {
        var found = new List<string>();
        foreach (var process in Directory.GetDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            try
            {
                var words = File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0');
                var program = Path.GetFileName(words[0]);
                var isOurs = words.Any(word => word.StartsWith(options.ContainerdDirectory + "/", StringComparison.Ordinal));
                if (isOurs && (program == "containerd" || program.StartsWith("containerd-shim", StringComparison.Ordinal)))
                {
                    found.Add(Path.GetFileName(process));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile.
            }
        }

        return found;
    }
}
