using System.Diagnostics;
using System.Globalization;
using Cybernetes.Configuration;
using Cybernetes.Down;

namespace Cybernetes.Trial;

/// <summary>
/// A further node on this machine, for trials and tests: an agent in its own network, mount, process, host name and cgroup namespaces, with its own
/// containerd. Everything of it is in one directory, and its processes end with process 1 of its namespace.
/// </summary>
internal sealed class TrialNode(ClusterOptions options, string name)
{
    private static readonly string[] _controllers = File.Exists("/sys/fs/cgroup/cgroup.controllers") ? [""]
        : Directory.Exists("/sys/fs/cgroup") ? [.. Directory.GetDirectories("/sys/fs/cgroup").Select(path => Path.GetFileName(path)!)] : [];

    /// <summary>The node's name.</summary>
    public string Name => name;

    /// <summary>What the node wrote at its start.</summary>
    public string LogPath => Path.Combine(Home, "up.log");

    private string Home => Path.Combine(options.DataDirectory, "nodes", name);

    private string PidPath => Path.Combine(Home, "pid");

    /// <summary>All nodes of this machine that were made and not deleted.</summary>
    public static IReadOnlyList<TrialNode> All(ClusterOptions options)
    {
        var nodes = Path.Combine(options.DataDirectory, "nodes");
        return Directory.Exists(nodes) ? [.. Directory.GetDirectories(nodes).Order(StringComparer.Ordinal).Select(path => new TrialNode(options, Path.GetFileName(path)))] : [];
    }

    /// <summary>The process that holds the node's namespaces; null where it does not run.</summary>
    public int? Holder()
    {
        if (!File.Exists(PidPath) || !int.TryParse(File.ReadAllText(PidPath), out var pid))
        {
            return null;
        }

        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Contains(Home, StringComparison.Ordinal) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Process 1 of the node; null where it does not run.</summary>
    public int? FirstProcess() => Holder() is { } holder ? ChildOf(holder) : null;

    /// <summary>Starts the node. Throws <see cref="IOException"/> with what failed.</summary>
    public async Task StartAsync(string token, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Home);
        var number = Number();
        var address = TrialBridge.AddressOf(number);
        await TrialBridge.EnsureAsync(cancellationToken);
        var script = Path.Combine(Home, "node.sh");
        await File.WriteAllTextAsync(script, TrialScript.Text, cancellationToken);
        if (_controllers is [""])
        {
            await File.WriteAllTextAsync(Path.Combine(Home, "cgroup2"), "", cancellationToken);
        }

        MakeCgroups();
        var self = Environment.GetCommandLineArgs()[0];
        string[] program = self.EndsWith(".dll", StringComparison.Ordinal) ? [Environment.ProcessPath!, self] : [Environment.ProcessPath!];
        string[] agent = [.. program, "agent", "--server", $"https://{TrialBridge.Gateway}:{options.ApiPort}", "--token", token, "--node-name", name, "--node-ip", address, "--data-dir", options.DataDirectory];

        // The shell joins the cgroups first, so that the new cgroup namespace begins there.
        var join = string.Join("; ", _controllers.Select(controller => $"echo $$ > '{CgroupOf(controller)}/cgroup.procs'"));
        var start = new ProcessStartInfo("/bin/bash")
        {
            ArgumentList = { "-c", $"{join}; exec setsid unshare --net --mount --uts --cgroup --pid --fork --kill-child /bin/bash \"$@\" < /dev/null > '{LogPath}' 2>&1", "node", script, Home, address, options.DataDirectory },
        };
        foreach (var word in agent)
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        await File.WriteAllTextAsync(PidPath, process.Id.ToString(CultureInfo.InvariantCulture), cancellationToken);
        await PlugInAsync(process, cancellationToken);
    }

    /// <summary>Ends the node's processes; its state stays.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Holder() is { } holder)
        {
            // Process 1 passes the signal on to the agent; what is left dies with the namespace.
            if (ChildOf(holder) is { } first)
            {
                await Tool.RunAsync("kill", ["-TERM", $"{first}"], cancellationToken);
            }

            for (var i = 0; i < 40 && Holder() is not null; i++)
            {
                await Task.Delay(250, cancellationToken);
            }

            if (Holder() is not null)
            {
                await Tool.RunAsync("kill", ["-KILL", $"{holder}"], cancellationToken);
            }
        }

        for (var i = 0; i < 20 && !RemoveCgroups(); i++)
        {
            await Task.Delay(100, cancellationToken);
        }

        File.Delete(PidPath);
    }

    /// <summary>Removes the node's state.</summary>
    public void Delete()
    {
        if (Directory.Exists(Home))
        {
            Directory.Delete(Home, recursive: true);
        }
    }

    private string CgroupOf(string controller) => Path.Combine("/sys/fs/cgroup", controller, "c8s-nodes", name);

    private string CableName => $"c8s-n{Number()}";

    /// <summary>The node's place among the bridge's addresses, kept so that it has the same address again.</summary>
    private int Number()
    {
        var path = Path.Combine(Home, "number");
        if (File.Exists(path))
        {
            return int.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture);
        }

        var taken = All(options).Select(node => Path.Combine(node.Home, "number")).Where(File.Exists).Select(file => int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture)).ToHashSet();
        var free = Enumerable.Range(2, 250).First(number => !taken.Contains(number));
        File.WriteAllText(path, free.ToString(CultureInfo.InvariantCulture));
        return free;
    }

    private void MakeCgroups()
    {
        foreach (var controller in _controllers)
        {
            Directory.CreateDirectory(CgroupOf(controller));
            if (controller.Split(',').Contains("cpuset"))
            {
                // A new cpuset is empty, and nobody can live in it, until it is told its processors and memory (cgroup v1).
                foreach (var level in new[] { Path.GetDirectoryName(CgroupOf(controller))!, CgroupOf(controller) })
                {
                    foreach (var file in new[] { "cpuset.cpus", "cpuset.mems" })
                    {
                        File.WriteAllText(Path.Combine(level, file), File.ReadAllText(Path.Combine("/sys/fs/cgroup", controller, file)));
                    }
                }
            }
        }
    }

    private bool RemoveCgroups()
    {
        var gone = true;
        foreach (var root in _controllers.Select(CgroupOf).Where(Directory.Exists))
        {
            foreach (var directory in Directory.GetDirectories(root, "*", SearchOption.AllDirectories).OrderByDescending(path => path.Length).Append(root))
            {
                try
                {
                    Directory.Delete(directory);
                }
                catch (IOException)
                {
                    gone = false;
                }
            }

            var parent = Path.GetDirectoryName(root)!;
            if (Directory.Exists(parent) && Directory.GetDirectories(parent).Length == 0)
            {
                Directory.Delete(parent);
            }
        }

        return gone;
    }

    /// <summary>Gives the node its cable, once its network namespace is there.</summary>
    private async Task PlugInAsync(Process holder, CancellationToken cancellationToken)
    {
        var own = new FileInfo("/proc/self/ns/net").LinkTarget;
        for (var i = 0; i < 100; i++)
        {
            if (ChildOf(holder.Id) is { } first && new FileInfo($"/proc/{first}/ns/net").LinkTarget is { } theirs && theirs != own)
            {
                await Tool.RunAsync("ip", ["link", "delete", CableName], cancellationToken);
                await Tool.MustAsync("ip", ["link", "add", CableName, "type", "veth", "peer", "name", "eth0", "netns", $"{first}"], cancellationToken);
                await Tool.MustAsync("ip", ["link", "set", CableName, "master", TrialBridge.Name, "up"], cancellationToken);
                return;
            }

            if (holder.HasExited)
            {
                break;
            }

            await Task.Delay(50, cancellationToken);
        }

        throw new IOException($"the node's namespaces were not made: {(File.Exists(LogPath) ? await File.ReadAllTextAsync(LogPath, cancellationToken) : "no log")}");
    }

    private static int? ChildOf(int pid)
    {
        try
        {
            var children = File.ReadAllText($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return children.Length > 0 ? int.Parse(children[0], CultureInfo.InvariantCulture) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
