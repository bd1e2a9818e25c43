using Cybernetes.Base.Flags;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Hosting;
using Cybernetes.Dns.Plugins;
using Cybernetes.Dns.Server;
using Cybernetes.Dns.Services;
using Cybernetes.Informers.Caching;

namespace Cybernetes.Dns.Command;

/// <summary>
/// <c>coredns</c>: the DNS server alone: <c>coredns -conf FILE [-dns.port PORT]</c>. The API server is the one of the pod it runs in, or of
/// --kubeconfig; without either the kubernetes plugin knows no names.
/// </summary>
public static class CorednsCommand
{
    /// <summary>Runs until cancelled; the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var flags = new FlagSet("coredns");
        var file = flags.String("conf", "Corefile", "Corefile to load");
        var port = flags.Int("dns.port", 53, "Default port");
        var kubeconfig = flags.String("kubeconfig", "", "Path to a kubeconfig file; default: the pod's own service account");
        var plugins = flags.Bool("plugins", false, "List installed plugins");
        var version = flags.Bool("version", false, "Show version");
        flags.Bool("quiet", false, "Quiet mode (no initialization output)");
        flags.String("pidfile", "", "Path to write pid file");
        try
        {
            // CoreDNS writes its flags with one dash.
            flags.Parse([.. arguments.Select(a => a.Length > 2 && a[0] == '-' && a[1] != '-' ? "-" + a : a)]);
        }
        catch (FlagHelpRequestedException)
        {
            Console.Out.Write(flags.FlagUsages());
            return 0;
        }
        catch (FlagException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }

        if (version.Value)
        {
            Console.Out.WriteLine($"CoreDNS-{Base.ProductVersion.GitVersion}");
            return 0;
        }

        if (plugins.Value)
        {
            Console.Out.WriteLine("Server types:\n  dns\n\nOther plugins:\n" + string.Join('\n', PluginRegistry.Names.Order().Select(n => "  dns." + n)));
            return 0;
        }

        var output = new DnsTextOutput(Console.Out);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var config = kubeconfig.Value.Length > 0 ? Kubeconfig.Load(kubeconfig.Value).ToClientConfig()
                : InClusterConfig.IsAvailable ? InClusterConfig.Load() : null;
            return config is null
                ? await RunAloneAsync(file.Value, port.Value, output, stop)
                : await RunInClusterAsync(config, file.Value, port.Value, output, stop);
        }
        catch (Exception e) when (e is CorefileException or ConfigurationException or IOException or System.Net.Sockets.SocketException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static async Task<int> RunInClusterAsync(ClientConfig config, string file, int port, IDnsOutput output, CancellationTokenSource stop)
    {
        using var transport = new HttpApiTransport(config with { UserAgent = "coredns" });
        var informers = new InformerFactory(new KubeClient(transport));
        var looped = false;
        var text = await File.ReadAllTextAsync(file, stop.Token);
        var options = new DnsHostOptions
        {
            CorefilePath = file,
            DefaultPort = port,
            WatchPods = text.Contains("verified", StringComparison.Ordinal) || text.Contains("autopath", StringComparison.Ordinal),
            OnLoop = () => { looped = true; stop.Cancel(); },
        };
        var server = DnsHost.RunAsync(options, informers, output, cancellationToken: stop.Token);
        await Task.WhenAny(server, informers.RunAsync(stop.Token));
        await server;
        return looped ? 1 : 0;
    }

    private static async Task<int> RunAloneAsync(string file, int port, IDnsOutput output, CancellationTokenSource stop)
    {
        var looped = false;
        var environment = new DnsEnvironment(new MemoryServiceView(), output) { Root = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "", OnLoop = () => { looped = true; stop.Cancel(); } };
        await new DnsServer(new DnsServerOptions { File = file, ReadCorefile = () => File.ReadAllText(file), Port = port }, environment).RunAsync(stop.Token);
        return looped ? 1 : 0;
    }
}
