using Cybernetes.Base.Flags;
using Cybernetes.Base.Logging;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Host;
using Cybernetes.Proxy.Pods;

namespace Cybernetes.Proxy.Command;

/// <summary>
/// <c>ip-masq-agent</c>: hides pod addresses behind the node's for destinations outside the ranges of /etc/config/ip-masq-agent, which
/// it reads again at its resync interval. A configuration that cannot be used leaves the last one in force.
/// </summary>
public static class IpMasqAgentCommand
{
    /// <summary>Runs until cancelled; the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var flags = new FlagSet("ip-masq-agent");
        var logOptions = LogOptions.AddFlags(flags);
        var file = flags.String("config", "/etc/config/ip-masq-agent", "Path of the configuration");
        flags.String("masq-chain", "IP-MASQ-AGENT", "Name of nat chain for iptables masquerade rules.");
        flags.Bool("nomasq-all-reserved-ranges", false, "Whether to disable masquerade for all IPv4 ranges reserved by RFCs.");
        flags.Bool("enable-ipv6", false, "Whether to enable IPv6.");
        flags.Bool("logtostderr", true, "log to standard error instead of files");
        try
        {
            flags.Parse(arguments);
        }
        catch (FlagHelpRequestedException)
        {
            Console.Out.Write(flags.FlagUsages());
            return 0;
        }
        catch (FlagException e)
        {
            await Console.Error.WriteLineAsync($"Error: {e.Message}");
            return 1;
        }

        using var logs = new ComponentLoggerFactory(logOptions());
        var logger = logs.CreateLogger("ip-masq-agent");
        var nftables = new NftRunner();
        MasqueradeConfig config = MasqueradeConfig.Default, applied = config with { ResyncInterval = TimeSpan.Zero };
        try
        {
            while (true)
            {
                config = Read(file.Value, config, out var problem);
                if (problem.Length == 0 && config != applied)
                {
                    problem = await MasqueradeProgram.ApplyAsync(nftables, MasqueradeProgram.AgentTable, [], config, cancellationToken) ?? "";
                    applied = problem.Length == 0 ? config : applied;
                }

                if (problem.Length > 0)
                {
                    ProxyLog.PodNetworkProblem(logger, problem);
                }

                await Task.Delay(config.ResyncInterval, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static MasqueradeConfig Read(string file, MasqueradeConfig before, out string problem)
    {
        problem = "";
        try
        {
            return File.Exists(file) ? MasqueradeConfig.Parse(File.ReadAllText(file), out problem) ?? before : MasqueradeConfig.Default;
        }
        catch (IOException e)
        {
            problem = e.Message;
            return before;
        }
    }
}
