using System.Diagnostics;
using Cybernetes.Cri.Containerd;
using Cybernetes.Cri.Grpc;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Up;

/// <summary>
/// <c>c8s down [--purge]</c>: stops the cluster and takes from the machine what it put there. Steps: 1. the process, 2. containers, 3. mounts,
/// 4. packet filter tables, routes and the CNI list, 5. with --purge, the state.
/// </summary>
internal static class DownCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var purge = args.Contains("--purge");
        if (ClusterOptions.Read([.. args.Where(arg => arg != "--purge")], Console.Error) is not { } options)
        {
            return 1;
        }

        if (!Directory.Exists(options.DataDirectory))
        {
            Console.Out.WriteLine($"There is no cluster in {options.DataDirectory}.");
            return 0;
        }

        // 1. The process.
        using var pidFile = new PidFile(options.DataDirectory);
        if (pidFile.Running() is { } running)
        {
            Console.Out.WriteLine($"  stopping process {running.Id}");
            await RunToolAsync("kill", ["-TERM", $"{running.Id}"], cancellationToken);
            await running.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        }

        // 2. Containers.
        await RemoveSandboxesAsync(options, cancellationToken);

        // 3. Mounts, the innermost first.
        var mounts = File.ReadLines("/proc/self/mounts").Select(line => line.Split(' ')[1])
            .Where(path => path.StartsWith(options.DataDirectory + "/", StringComparison.Ordinal))
            .OrderByDescending(path => path.Length).ToList();
        foreach (var mount in mounts)
        {
            await RunToolAsync("umount", ["-l", mount.Replace("\\040", " ", StringComparison.Ordinal)], cancellationToken);
        }

        // 4. Packet filter tables.
        foreach (var problem in await Proxy.Host.NetworkRemoval.RunAsync(Path.Combine(options.DataDirectory, "cni", "net.d"), cancellationToken))
        {
            Console.Error.WriteLine($"  {problem.Trim()}");
        }

        // 5. The state.
        if (purge)
        {
            Directory.Delete(options.DataDirectory, recursive: true);
            Console.Out.WriteLine($"  removed {options.DataDirectory}");
        }

        Console.Out.WriteLine("Down.");
        return 0;
    }

    private static async Task RemoveSandboxesAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        var directory = Path.Combine(options.DataDirectory, "containerd");
        if (options.ContainerdSocket.Length == 0 && !Directory.Exists(directory))
        {
            return;
        }

        var containerd = new ContainerdOptions { DataDirectory = directory, CniConfigDirectory = Path.Combine(options.DataDirectory, "cni", "net.d") };
        await using var process = new ContainerdProcess(containerd, NullLogger<ContainerdProcess>.Instance);
        if (options.ContainerdSocket.Length == 0)
        {
            await process.StartAsync(cancellationToken);
        }

        using var channel = new CriChannel(options.ContainerdSocket.Length == 0 ? containerd.Endpoint : options.ContainerdSocket, TimeSpan.FromMinutes(1));
        var sandboxes = await channel.Runtime.ListPodSandboxesAsync(null, cancellationToken);
        foreach (var sandbox in sandboxes)
        {
            Console.Out.WriteLine($"  removing pod {sandbox.Metadata.Namespace}/{sandbox.Metadata.Name}");
            await channel.Runtime.StopPodSandboxAsync(sandbox.Id, cancellationToken);
            await channel.Runtime.RemovePodSandboxAsync(sandbox.Id, cancellationToken);
        }
    }

    /// <summary>Runs a tool whose failure means that there was nothing to do.</summary>
    private static async Task RunToolAsync(string tool, string[] args, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, args) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(cancellationToken);
    }
}
