using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Informers.Caching;

namespace Cybernetes.Hollow;

/// <summary><c>c8s hollow</c>: simulated nodes for trials of scale.</summary>
public static class HollowCommand
{
    /// <summary>Runs the nodes until cancelled; the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var flags = new FlagSet("hollow");
        var nodes = flags.Int32("nodes", 10, "How many nodes.");
        var prefix = flags.String("prefix", "hollow-", "What their names begin with.");
        var cpu = flags.String("cpu", "4", "Each node's processors.");
        var memory = flags.String("memory", "32Gi", "Each node's memory.");
        var pods = flags.Int32("pods", 110, "How many pods each node runs at most.");
        var zones = flags.Int32("zones", 0, "Nodes take turns in so many zones; 0 for none.");
        var startAfter = flags.Duration("start-after", TimeSpan.Zero, "How long a pod takes until it is Running and Ready.");
        var kubeconfig = flags.String("kubeconfig", "", "Path to the kubeconfig file.");
        try
        {
            if (flags.Parse(arguments) is [var extra, ..])
            {
                throw new FlagException($"unknown argument \"{extra}\"");
            }

            var options = new HollowOptions
            {
                Nodes = nodes.Value,
                Prefix = prefix.Value,
                Cpu = Quantity.Parse(cpu.Value),
                Memory = Quantity.Parse(memory.Value),
                Pods = pods.Value,
                Zones = zones.Value,
                StartAfter = startAfter.Value,
            };
            var config = kubeconfig.Value.Length > 0 ? Kubeconfig.Load(kubeconfig.Value) : Kubeconfig.Merge(Kubeconfig.DefaultPaths());
            using var transport = new HttpApiTransport(config.ToClientConfig() with { UserAgent = "c8s-hollow" });
            var client = new KubeClient(transport);
            var informers = new InformerFactory(client);
            var hollow = new HollowNodes(client, options, informers);
            await hollow.RegisterAsync(cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync($"{hollow.Count} nodes are registered; they last as long as this runs").ConfigureAwait(false);
            await Task.WhenAll(informers.RunAsync(cancellationToken), hollow.RunAsync(cancellationToken)).ConfigureAwait(false);
            return 0;
        }
        catch (FlagHelpRequestedException)
        {
            await output.WriteAsync("Usage: c8s hollow [flags]\n\nFlags:\n" + flags.FlagUsages()).ConfigureAwait(false);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception e) when (e is FlagException or FormatException or ConfigurationException or IOException or HttpRequestException or ApiException)
        {
            await errors.WriteLineAsync("Error: " + e.Message).ConfigureAwait(false);
            return 1;
        }
    }
}
