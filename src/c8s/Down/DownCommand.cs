using System.Diagnostics;
using Cybernetes.Configuration;
using Cybernetes.Cri.Containerd;
using Cybernetes.Cri.Grpc;
using Cybernetes.Trial;
using Cybernetes.Up;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Down;

/// <summary>
/// <c>c8s down [--purge]</c>: stops the cluster and takes from the machine what it put there. Steps: 1. further nodes, 2. the process, 3. containers,
/// 4. containerd and what it left, 5. mounts, 6. cgroups, 7. packet filter tables, routes and the CNI list, 8. with --purge, the state, the logs and
/// the kernel's settings.
/// </summary>
internal static class DownCommand
{
    private const string Usage = "Stops the cluster and takes from this machine what it put there.\n\nUsage:\n  c8s down [--purge] [flags]";

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var flags = new ClusterFlags("c8s down");
        var purge = flags.Set.Bool("purge", false, "remove the state too: everything in the data directory");
        var (read, exitCode) = flags.Read(args, Usage, Console.Out, Console.Error);
        if (read is not { } options)
        {
            return exitCode;
        }

        if (!Directory.Exists(options.DataDirectory))
        {
            Console.Out.WriteLine($"There is no cluster in {options.DataDirectory}.");
            return 0;
        }

        // 1. Further nodes.
        foreach (var node in TrialNode.All(options))
        {
            Console.Out.WriteLine($"  stopping node {node.Name}");
            await node.StopAsync(cancellationToken);
        }

        // 2. The process.
        using var pidFile = new PidFile(options.DataDirectory);
        if (pidFile.Running() is { } running)
        {
            Console.Out.WriteLine($"  stopping process {running.Id}");
            await Tool.RunAsync("kill", ["-TERM", $"{running.Id}"], cancellationToken);
            try
            {
                await running.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }
            catch (TimeoutException)
            {
                running.Kill();
            }
        }

        // 3. Containers.
        var logs = await RemoveSandboxesAsync(options, cancellationToken);

        // 4. containerd and what it left: one that outlived a killed c8s, shims that no longer answer.
        await Leftovers.EndProcessesAsync(options, cancellationToken);

        // 5. Mounts, the innermost first.
        await Leftovers.UnmountAsync(options, cancellationToken);

        // 6. cgroups.
        Leftovers.RemoveCgroups(options);

        // 7. Packet filter tables, routes and the CNI list.
        foreach (var problem in await Proxy.Host.NetworkRemoval.RunAsync(options.CniConfigDirectory, cancellationToken))
        {
            Console.Error.WriteLine($"  {problem.Trim()}");
        }

        // 8. The state.
        if (purge.Value)
        {
            await TrialBridge.RemoveAsync(cancellationToken);
            Leftovers.RemoveLogs(logs);
            KernelSettings.Restore(options);
            Leftovers.RemoveState(options);
            Console.Out.WriteLine($"  removed {options.DataDirectory}");
        }

        Console.Out.WriteLine("Down.");
        return 0;
    }

    /// <summary>Stops and removes all pods; gives the directories of their logs.</summary>
    private static async Task<IReadOnlyList<string>> RemoveSandboxesAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        if (options.ContainerdSocket.Length == 0 && !File.Exists(Path.Combine(options.ContainerdDirectory, "config.toml")))
        {
            return [];
        }

        var containerd = new ContainerdOptions { DataDirectory = options.ContainerdDirectory, CniConfigDirectory = options.CniConfigDirectory };
        await using var process = new ContainerdProcess(containerd, NullLogger<ContainerdProcess>.Instance);
        if (options.ContainerdSocket.Length == 0)
        {
            await process.StartAsync(cancellationToken);
        }

        using var channel = new CriChannel(options.ContainerdSocket.Length == 0 ? containerd.Endpoint : options.ContainerdSocket, TimeSpan.FromMinutes(1));
        var sandboxes = await channel.Runtime.ListPodSandboxesAsync(null, cancellationToken);
        await Parallel.ForEachAsync(sandboxes, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (sandbox, stop) =>
        {
            Console.Out.WriteLine($"  removing pod {sandbox.Metadata.Namespace}/{sandbox.Metadata.Name}");
            try
            {
                await channel.Runtime.StopPodSandboxAsync(sandbox.Id, stop);
                await channel.Runtime.RemovePodSandboxAsync(sandbox.Id, stop);
            }
            catch (Cri.CriException e)
            {
                Console.Error.WriteLine($"  {sandbox.Metadata.Namespace}/{sandbox.Metadata.Name}: {e.Message}");
            }
        });
        return [.. sandboxes.Select(sandbox => $"{sandbox.Metadata.Namespace}_{sandbox.Metadata.Name}_{sandbox.Metadata.Uid}").Distinct()];
    }
}
