using System.Collections.Immutable;
using System.Net;
using Cybernetes.Base.Flags;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Hosting;
using Cybernetes.Dns.Plugins;
using Cybernetes.Dns.Server;
using Cybernetes.Dns.Services;
using Cybernetes.Nftables;

namespace Cybernetes.Dns.Command;

/// <summary>
/// <c>node-cache</c>: the node-local DNS cache, with the arguments of nodelocaldns.yaml:
/// <c>-localip 169.254.20.10,10.96.0.10 -conf /etc/Corefile -upstreamsvc kube-dns-upstream</c>.
/// </summary>
public static class NodeCacheCommand
{
    /// <summary>Runs until cancelled; the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var flags = new FlagSet("node-cache");
        var localIp = flags.Strings("localip", [], "comma-separated string of ip addresses to bind dnscache to");
        var conf = flags.String("conf", "/etc/Corefile", "Corefile to load");
        var template = flags.String("basecorefile", "/etc/coredns/Corefile.base", "Path to the template Corefile for node-cache");
        var upstream = flags.String("upstreamsvc", "kube-dns", "Service name whose cluster IP is upstream for node-cache");
        var device = flags.String("interfacename", "nodelocaldns", "name of the interface to be created");
        var kubeDns = flags.String("kubednscm", "/etc/kube-dns", "Path where the kube-dns configmap is mounted");
        var interval = flags.Duration("syncinterval", TimeSpan.FromSeconds(60), "interval to check for iptables rules");
        var keeps = flags.Bool("skipteardown", false, "indicates whether iptables rules should be torn down on exit");
        var sets = flags.Bool("setupiptables", true, "indicates whether iptables rules should be setup");
        flags.Bool("setupinterface", true, "indicates whether network interface should be setup");
        flags.Bool("setupebtables", false, "indicates whether ebtables rules should be setup");
        flags.String("metrics-listen-address", "0.0.0.0:9353", "address to serve metrics on");
        flags.String("health-port", "8080", "port used by health plugin");
        flags.String("pidfile", "", "Path to write pid file");
        try
        {
            flags.Parse([.. arguments.Select(a => a.Length > 2 && a[0] == '-' && a[1] != '-' ? "-" + a : a)]);
        }
        catch (FlagHelpRequestedException)
        {
            Console.Out.Write(flags.FlagUsages());
            return 0;
        }
        catch (FlagException e)
        {
            return Fail(e.Message);
        }

        var addresses = localIp.Value.Select(t => IPAddress.TryParse(t, out var ip) ? ip : null).OfType<IPAddress>().ToImmutableArray();
        if (addresses.Length != localIp.Value.Length || addresses.IsEmpty)
        {
            return Fail($"invalid localip specified - \"{string.Join(',', localIp.Value)}\"");
        }

        var local = new NodeLocalDns(addresses, device.Value, new NftRunner());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var looped = false;
        try
        {
            if (sets.Value && await local.InstallAsync(stop.Token) is { } problem)
            {
                return Fail(problem);
            }

            var lookAfter = sets.Value ? LookAfterAsync(local, interval.Value, stop.Token) : Task.CompletedTask;
            var environment = new DnsEnvironment(new MemoryServiceView(), new DnsTextOutput(Console.Out)) { OnLoop = () => { looped = true; stop.Cancel(); } };
            var options = new DnsServerOptions { File = conf.Value, ReadCorefile = () => Read(conf.Value, template.Value, ClusterDnsOf(upstream.Value), addresses, kubeDns.Value) };
            await new DnsServer(options, environment).RunAsync(stop.Token);
            await stop.CancelAsync();
            await lookAfter;
            return looped ? 1 : 0;
        }
        catch (Exception e) when (e is CorefileException or IOException or System.Net.Sockets.SocketException)
        {
            return Fail(e.Message);
        }
        finally
        {
            if (sets.Value && !keeps.Value)
            {
                await local.RemoveAsync();
            }
        }
    }

    /// <summary>The address that the kubelet's environment variables give a Service.</summary>
    private static string ClusterDnsOf(string service) =>
        Environment.GetEnvironmentVariable(service.ToUpperInvariant().Replace('-', '_') + "_SERVICE_HOST") ?? "";

    private static string Read(string conf, string template, string clusterDns, ImmutableArray<IPAddress> addresses, string kubeDns) =>
        NodeLocalDns.Fill(File.ReadAllText(File.Exists(template) ? template : conf), clusterDns, addresses, kubeDns);

    private static async Task LookAfterAsync(NodeLocalDns local, TimeSpan interval, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(interval, cancellationToken);
                await local.InstallAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
