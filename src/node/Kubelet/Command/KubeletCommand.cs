using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Base.Logging;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Cri;
using Cybernetes.Kubelet.ControlPlane;
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
            using var transport = Transport(flags);
            IControlPlane api = transport is null ? new StandaloneControlPlane() : new ClientControlPlane(new KubeClient(transport), logs);
            await KubeletHost.RunAsync(options, api, TimeProvider.System, logs, cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or WireException or ConfigurationException or CriException or ArgumentException)
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

    private static HttpApiTransport? Transport(FlagSet flags) =>
        Text(flags, "kubeconfig") is { Length: > 0 } path ? new HttpApiTransport(Kubeconfig.Load(path).ToClientConfig() with { UserAgent = "kubelet" }) : null;

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
