using Cybernetes.Agents;
using Cybernetes.Configuration;
using Cybernetes.Preflight;
using Cybernetes.Supervision;

namespace Cybernetes.Up;

/// <summary><c>c8s up</c>: a cluster of one node in this process, in the foreground; <c>c8s server</c>: the same as a service; <c>c8s agent</c>: a node alone.</summary>
internal static class UpCommand
{
    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) => RunAsync(
        "c8s up", "A cluster in this process: API server, controllers, scheduler, DNS and a node.\n\nUsage:\n  c8s up [flags]", args,
        (options, progress) => new ClusterProcess(options, progress),
        options => $"""
              export KUBECONFIG={options.AdminKubeconfig}
              kubectl get nodes
              kubectl create deployment web --image=YOUR-IMAGE    (`c8s image import FILE` brings images without a registry)
            """,
        cancellationToken);

    public static Task<int> RunServerAsync(string[] args, CancellationToken cancellationToken) => RunAsync(
        "c8s server", "A server of a cluster, as a service. Several share one etcd (--datastore-endpoint).\n\nUsage:\n  c8s server [flags]", args,
        (options, progress) => new ClusterProcess(options, progress), _ => "", cancellationToken);

    public static Task<int> RunAgentAsync(string[] args, CancellationToken cancellationToken) => RunAsync(
        "c8s agent", "A node of a cluster whose servers are elsewhere. The token is needed once.\n\nUsage:\n  c8s agent --server URL --token TOKEN [flags]", args,
        (options, progress) => new AgentProcess(options, progress), _ => "", cancellationToken);

    private static async Task<int> RunAsync(
        string command, string usage, string[] args, Func<ClusterOptions, Progress, IRunningCluster> make, Func<ClusterOptions, string> next, CancellationToken cancellationToken)
    {
        var (read, exitCode) = ClusterFlags.Read(command, usage, args);
        if (read is not { } options)
        {
            return exitCode;
        }

        var isAgent = command == "c8s agent";
        if (isAgent && options.Server.Length == 0)
        {
            Console.Error.WriteLine("error: --server is missing: the URL of a server, such as https://10.0.0.1:6443");
            return 1;
        }

        using var pidFile = new PidFile(options.DataDirectory);
        if (pidFile.Running() is { } running)
        {
            Console.Error.WriteLine($"error: process {running.Id} already runs the cluster in {options.DataDirectory}; `c8s down` stops it");
            return 1;
        }

        if (!MachineChecks.Pass(MachineChecks.Run(options, isAgent), Console.Error))
        {
            return 1;
        }

        Console.Out.WriteLine($"Cybernetes {Base.ProductVersion.GitVersion} on {options.NodeName}, state in {options.DataDirectory}");
        Directory.CreateDirectory(options.DataDirectory);
        pidFile.Take();
        Down.KernelSettings.Remember(options);
        try
        {
            while (await OnceAsync(options, make, next, cancellationToken))
            {
                Console.Out.WriteLine("The address of this machine has changed; starting anew with the new one. Pods keep running.");
            }

            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.Out.WriteLine("Stopped. Pods keep running; `c8s down` stops them.");
            return 0;
        }
        catch (StepFailedException e)
        {
            return Fail(e.Message, e.Advice, options);
        }
        catch (ComponentFailedException e)
        {
            return Fail(e.Message, e.Advice, options);
        }
    }

    private static int Fail(string message, string advice, ClusterOptions options)
    {
        Console.Error.WriteLine($"error: {message}\n  {advice}\n  The log is {options.LogFile}");
        return 1;
    }

    /// <summary>Runs the cluster; true when it has to start anew.</summary>
    private static async Task<bool> OnceAsync(ClusterOptions options, Func<ClusterOptions, Progress, IRunningCluster> make, Func<ClusterOptions, string> next, CancellationToken cancellationToken)
    {
        var progress = new Progress(Console.Out);
        await using var cluster = make(options, progress);
        await cluster.StartAsync(cancellationToken);
        var more = next(options);
        Console.Out.WriteLine($"Ready in {progress.Elapsed.TotalSeconds:0.0}s.{(more.Length > 0 ? " Next:\n" : "")}{more}");
        Console.Out.Flush();
        ServiceManager.Ready();
        return await cluster.RunAsync(cancellationToken);
    }
}
