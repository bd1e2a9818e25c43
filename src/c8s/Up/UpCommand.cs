using Cybernetes.Preflight;

namespace Cybernetes.Up;

/// <summary><c>c8s up</c>: a cluster of one node in this process, in the foreground.</summary>
internal static class UpCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (ClusterOptions.Read(args, Console.Error) is not { } options)
        {
            return 1;
        }

        using var pidFile = new PidFile(options.DataDirectory);
        if (pidFile.Running() is { } running)
        {
            Console.Error.WriteLine($"error: process {running.Id} already runs the cluster in {options.DataDirectory}; `c8s down` stops it");
            return 1;
        }

        var problems = MachineChecks.Run(options).Where(finding => finding.Severity == Severity.Error).ToList();
        if (problems.Count > 0)
        {
            Console.Error.WriteLine("This machine cannot run a cluster yet:");
            foreach (var problem in problems)
            {
                Console.Error.WriteLine($"  {problem.Check}: {problem.Text}");
            }

            return 1;
        }

        Console.Out.WriteLine($"Cybernetes {Base.ProductVersion.GitVersion} on {options.NodeName}, state in {options.DataDirectory}");
        Directory.CreateDirectory(options.DataDirectory);
        pidFile.Take();
        var progress = new Progress(Console.Out);
        await using var cluster = new ClusterProcess(options, progress);
        try
        {
            await cluster.StartAsync(cancellationToken);
            Console.Out.WriteLine($"""
                Ready in {progress.Elapsed.TotalSeconds:0.0}s. Next:
                  export KUBECONFIG={cluster.AdminKubeconfig}
                  kubectl get nodes
                  kubectl create deployment web --image=YOUR-IMAGE    (`c8s image import FILE` brings images without a registry)
                """);
            Console.Out.Flush();
            await cluster.RunAsync(cancellationToken);
            return 0;
        }
        catch (StepFailedException e)
        {
            Console.Error.WriteLine($"error: {e.Message}\n  {e.Advice}\n  The log is {cluster.LogFile}");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.Out.WriteLine("Stopped. Pods keep running; `c8s down` stops them.");
            return 0;
        }
    }
}
