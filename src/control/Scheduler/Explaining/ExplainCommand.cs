using Cybernetes.Api.CoreV1;
using Cybernetes.Base.Flags;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Explaining;

/// <summary><c>c8s scheduler explain POD</c>: why is it pending?</summary>
public static class ExplainCommand
{
    private const string Usage = "Usage: c8s scheduler explain [-n NAMESPACE] [--kubeconfig FILE] POD\n\nAsks every plugin of every node, and says what would help.\n";

    /// <summary>Prints the answer; the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var flags = new FlagSet("scheduler");
        var @namespace = flags.String("namespace", "", "The pod's namespace.", 'n');
        var kubeconfig = flags.String("kubeconfig", "", "Path to the kubeconfig file.");
        try
        {
            if (flags.Parse(arguments) is not ["explain", var name])
            {
                await errors.WriteAsync(Usage).ConfigureAwait(false);
                return 1;
            }

            name = name.StartsWith("pod/", StringComparison.Ordinal) ? name["pod/".Length..] : name;
            var overrides = new KubeconfigOverrides { Namespace = @namespace.Value };
            var config = (kubeconfig.Value.Length > 0 ? Kubeconfig.Load(kubeconfig.Value) : Kubeconfig.Merge(Kubeconfig.DefaultPaths())).ToClientConfig(overrides);
            using var transport = new HttpApiTransport(config with { UserAgent = "c8s" });
            var client = new KubeClient(transport);
            var place = @namespace.Value.Length > 0 ? @namespace.Value : config.Namespace;
            var found = await client.GetAsync<Pod>(place, name, cancellationToken).ConfigureAwait(false);
            if (!found.Ok)
            {
                await errors.WriteLineAsync("Error: " + found.Message).ConfigureAwait(false);
                return 1;
            }

            var pod = new PodInfo(found.Value);
            var view = await ClusterReader.ReadAsync(client, cancellationToken).ConfigureAwait(false);
            view.Find(found.Value.Spec.NodeName)?.Remove(pod.Uid);
            await output.WriteAsync(Explanation.Of(pod, new SchedulingAlgorithm(Profile.Default, ties => ties[0]).Explain(pod, view))).ConfigureAwait(false);
            return 0;
        }
        catch (FlagHelpRequestedException)
        {
            await output.WriteAsync(Usage).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is FlagException or ConfigurationException or IOException or HttpRequestException or ApiException)
        {
            await errors.WriteLineAsync("Error: " + e.Message).ConfigureAwait(false);
            return 1;
        }
    }
}
