using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Base.Logging;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Certificates;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Pki;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Command;

/// <summary><c>c8s kubelet</c>: a kubelet in a process of its own, with upstream's flags and configuration file.</summary>
public static class KubeletCommand
{
    private const string ConfigApiVersion = "kubelet.config.k8s.io/v1beta1";

    /// <summary>Runs the kubelet until cancelled and returns the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var flags = KubeletFlags.Declare();
        var version = flags.Bool("version");
        var logOptions = LogOptions.AddFlags(flags);
        try
        {
            if (flags.Parse(args) is [var extra, ..])
            {
                throw new FlagException($"unknown command {extra}");
            }
        }
        catch (FlagHelpRequestedException)
        {
            Console.Out.Write("Usage:\n  kubelet [flags]\n\nFlags:\n" + flags.FlagUsages());
            return 0;
        }
        catch (FlagException e)
        {
            await Console.Error.WriteLineAsync("Error: failed to parse kubelet flag: " + e.Message).ConfigureAwait(false);
            return 1;
        }

        if (version.Value)
        {
            Console.Out.WriteLine("Kubernetes " + KubeletVersion.Full);
            return 0;
        }

        using var logs = new ComponentLoggerFactory(logOptions());
        var log = logs.CreateLogger("kubelet");
        foreach (var name in KubeletFlags.WithoutEffect(flags))
        {
            CommandLog.NoEffect(log, name);
        }

        try
        {
            var options = Options(flags);
            var certificate = new ClientCertificate(Text(flags, "cert-dir") is { Length: > 0 } directory ? directory : "/var/lib/kubelet/pki", options.NodeName, TimeProvider.System, log);
            await BootstrapAsync(flags, certificate, logs, cancellationToken).ConfigureAwait(false);
            using var transport = Transport(Text(flags, "kubeconfig"));
            IControlPlane api = transport is null ? new StandaloneControlPlane() : new ClientControlPlane(new KubeClient(transport), logs);
            var keeping = options.RotateCertificates && certificate.Current() is not null ? certificate.KeepAsync(api, cancellationToken) : Task.CompletedTask;
            await KubeletHost.RunAsync(options, api, TimeProvider.System, logs, cancellationToken).ConfigureAwait(false);
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        }
        catch (Exception e) when (e is ControlPlaneException or IOException or UnauthorizedAccessException or FormatException or WireException or ConfigurationException or CriException or ArgumentException)
        {
            await Console.Error.WriteLineAsync("Error: failed to run Kubelet: " + e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    /// <summary>Defaults, then the configuration file, then the drop-in directory in the order of names, then flags.</summary>
    internal static KubeletOptions Options(FlagSet flags)
    {
        var document = Value.EmptyMap;
        var config = Text(flags, "config");
        if (config.Length > 0)
        {
            document = Read(config);
        }

        var directory = Text(flags, "config-dir");
        if (directory.Length > 0)
        {
            foreach (var file in Directory.EnumerateFiles(directory, "*.conf").Order(StringComparer.Ordinal))
            {
                document = KubeletFlags.Merge(document, Read(file));
            }
        }

        document = KubeletFlags.Merge(document, KubeletFlags.Document(flags));
        var options = KubeletConfigDocument.Apply(new KubeletOptions(), document);
        if (Text(flags, "hostname-override") is { Length: > 0 } hostname)
        {
            options = options with { NodeName = hostname.ToLowerInvariant() };
        }

        if (Text(flags, "root-dir") is { Length: > 0 } root)
        {
            options = options with { RootDirectory = root };
        }

        if (Text(flags, "node-ip") is { Length: > 0 } ip)
        {
            options = options with { NodeIp = ip.Split(',')[0] };
        }

        if (Text(flags, "node-labels") is { Length: > 0 } labels)
        {
            options = options with { NodeLabels = labels.Split(',').Select(l => l.Split('=', 2)).ToDictionary(l => l[0], l => l.Length > 1 ? l[1] : "") };
        }

        if (flags.Lookup("register-with-taints") is Flag<System.Collections.Immutable.ImmutableArray<string>> { Changed: true } taints)
        {
            options = options with { RegisterWithTaints = [.. taints.Value.Select(ParseTaint)] };
        }

        return options;
    }

    private static Value Read(string path)
    {
        var document = YamlReader.Read(File.ReadAllBytes(path));
        if (document["kind"].AsString is { } kind && kind != "KubeletConfiguration")
        {
            throw new FormatException($"failed to load kubelet config file, path: {path}, error: no kind \"{kind}\" is registered for version \"{document["apiVersion"].AsString}\"");
        }

        if (document["apiVersion"].AsString is { } apiVersion && apiVersion != ConfigApiVersion)
        {
            throw new FormatException($"failed to load kubelet config file, path: {path}, error: no kind \"KubeletConfiguration\" is registered for version \"{apiVersion}\"");
        }

        return document;
    }

    /// <summary>
    /// TLS bootstrapping: where the kubeconfig is missing, or its certificate has ended, a certificate is asked for with the bootstrap
    /// kubeconfig's credentials, and the kubeconfig is written anew.
    /// </summary>
    private static async Task BootstrapAsync(FlagSet flags, ClientCertificate certificate, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var (bootstrap, path) = (Text(flags, "bootstrap-kubeconfig"), Text(flags, "kubeconfig"));
        if (bootstrap.Length == 0 || path.Length == 0 || (File.Exists(path) && IsGood(Kubeconfig.Load(path).ToClientConfig())))
        {
            return;
        }

        using var transport = Transport(bootstrap)!;
        await certificate.RequestAsync(new ClientControlPlane(new KubeClient(transport), logs), cancellationToken).ConfigureAwait(false);
        var config = Kubeconfig.Load(bootstrap).ToClientConfig();
        var authorities = config.CertificateAuthorityData.Length > 0 ? config.CertificateAuthorityData : config.CertificateAuthorityFile.Length > 0 ? await File.ReadAllTextAsync(config.CertificateAuthorityFile, cancellationToken).ConfigureAwait(false) : "";
        AtomicFile.Write(path, KubeconfigWriter.WithCertificateFiles(config.Server.ToString().TrimEnd('/'), authorities, "default-cluster", "default-auth", certificate.CurrentPath, certificate.CurrentPath));
    }

    private static bool IsGood(ClientConfig config) =>
        config.ClientCertificateFile.Length == 0
        || (File.Exists(config.ClientCertificateFile) && CertificateFiles.LoadBundle(config.ClientCertificateFile)[0].NotAfter > DateTime.Now);

    private static HttpApiTransport? Transport(string path) =>
        path.Length > 0 ? new HttpApiTransport(Kubeconfig.Load(path).ToClientConfig() with { UserAgent = "kubelet" }) : null;

    private static string Text(FlagSet flags, string name) => flags.Lookup(name)?.ValueText ?? "";

    private static Taint ParseTaint(string text)
    {
        // key=value:effect, key:effect
        var colon = text.LastIndexOf(':');
        if (colon < 0)
        {
            throw new FormatException($"invalid taint spec: {text}");
        }

        var key = text[..colon].Split('=', 2);
        return new() { Key = key[0], Value = key.Length > 1 ? key[1] : "", Effect = text[(colon + 1)..] };
    }
}
