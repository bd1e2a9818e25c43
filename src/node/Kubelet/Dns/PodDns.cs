using Cybernetes.Api.CoreV1;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Dns;

/// <summary>The resolver configuration of pods by their DNS policy. Pure but for reading the host's file.</summary>
internal sealed class PodDns(KubeletOptions options)
{
    private const int MaxNameservers = 3;
    private const int MaxSearches = 32;
    private const int MaxSearchLength = 2048;

    /// <summary>The configuration, and a warning where the pod cannot have all it asks for.</summary>
    public (V1.DNSConfig Config, string? Warning) For(Pod pod, IReadOnlyList<string> hostIps)
    {
        var config = new V1.DNSConfig();
        string? warning = null;
        var policy = pod.Spec.DnsPolicy;
        var onHost = pod.Spec.HostNetwork;
        var useCluster = policy == "ClusterFirstWithHostNet" || (policy is "ClusterFirst" or "" && !onHost);
        if (useCluster && options.ClusterDns.Count > 0)
        {
            config.Servers.AddRange(options.ClusterDns);
            if (options.ClusterDomain.Length > 0)
            {
                config.Searches.AddRange([$"{pod.Metadata.Namespace}.svc.{options.ClusterDomain}", $"svc.{options.ClusterDomain}", options.ClusterDomain]);
            }

            config.Searches.AddRange(Host().Searches);
            config.Options.Add("ndots:5");
        }
        else if (policy != "None")
        {
            var host = Host();
            config.Servers.AddRange(host.Servers);
            config.Searches.AddRange(host.Searches);
            config.Options.AddRange(host.Options);
            if (useCluster)
            {
                warning = $"kubelet does not have ClusterDNS IP configured and cannot create Pod using \"ClusterFirst\" policy. Falling back to \"Default\" policy.";
            }

            if (config.Servers.Count == 0)
            {
                config.Servers.AddRange(onHost ? hostIps.Take(1) : ["127.0.0.1"]);
            }
        }

        if (pod.Spec.DnsConfig is { } own)
        {
            config.Servers.AddRange(own.Nameservers.Except(config.Servers));
            config.Searches.AddRange(own.Searches.Except(config.Searches));
            foreach (var option in own.Options)
            {
                var text = option.Value is { Length: > 0 } value ? $"{option.Name}:{value}" : option.Name;
                var same = config.Options.FirstOrDefault(o => o.Split(':')[0] == option.Name);
                if (same is not null)
                {
                    config.Options[config.Options.IndexOf(same)] = text;
                }
                else
                {
                    config.Options.Add(text);
                }
            }
        }

        return (config, Limit(config) ?? warning);
    }

    private static string? Limit(V1.DNSConfig config)
    {
        string? warning = null;
        if (config.Servers.Count > MaxNameservers)
        {
            while (config.Servers.Count > MaxNameservers)
            {
                config.Servers.RemoveAt(MaxNameservers);
            }

            warning = $"Nameserver limits were exceeded, some nameservers have been omitted, the applied nameserver line is: {string.Join(' ', config.Servers)}";
        }

        if (config.Searches.Count > MaxSearches || string.Join(' ', config.Searches).Length > MaxSearchLength)
        {
            while (config.Searches.Count > MaxSearches || string.Join(' ', config.Searches).Length > MaxSearchLength)
            {
                config.Searches.RemoveAt(config.Searches.Count - 1);
            }

            warning = $"Search Line limits were exceeded, some search paths have been omitted, the applied search line is: {string.Join(' ', config.Searches)}";
        }

        return warning;
    }

    private V1.DNSConfig Host()
    {
        var config = new V1.DNSConfig();
        if (options.ResolverConfig.Length == 0 || !File.Exists(options.ResolverConfig))
        {
            return config;
        }

        foreach (var line in File.ReadLines(options.ResolverConfig))
        {
            var words = line.Trim().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["nameserver", var server, ..]:
                    config.Servers.Add(server);
                    break;
                case ["search", .. var searches]:
                    config.Searches.Clear();
                    config.Searches.AddRange(searches.Select(s => s == "." ? s : s.TrimEnd('.')));
                    break;
                case ["options", .. var values]:
                    config.Options.Clear();
                    config.Options.AddRange(values);
                    break;
            }
        }

        return config;
    }
}
