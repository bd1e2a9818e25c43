using System.Collections.Immutable;
using Cybernetes.Dns.Corefile;

namespace Cybernetes.Dns.Plugins.Kubernetes;

/// <summary>How names below "pod" are answered.</summary>
public enum PodMode
{
    /// <summary>Not at all.</summary>
    Disabled,

    /// <summary>With the address the name spells, whatever it is.</summary>
    Insecure,

    /// <summary>Only when the namespace has a pod of that address.</summary>
    Verified,
}

/// <summary>The options of the kubernetes plugin.</summary>
public sealed record KubernetesOptions(ImmutableArray<string> Zones)
{
    /// <summary>The lifetime of answers, in seconds.</summary>
    public uint Ttl { get; init; } = 5;

    /// <summary>How pod names are answered.</summary>
    public PodMode Pods { get; init; }

    /// <summary>Only these namespaces are shown; empty: all.</summary>
    public ImmutableHashSet<string> Namespaces { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Endpoints without a hostname are named after their pod.</summary>
    public bool EndpointPodNames { get; init; }

    /// <summary>Headless Services are not answered.</summary>
    public bool NoEndpoints { get; init; }

    /// <summary>Services without ready endpoints do not exist.</summary>
    public bool IgnoreEmpty { get; init; }

    /// <summary>What goes on to the next plugin.</summary>
    public Fallthrough Fallthrough { get; init; } = Fallthrough.None;

    /// <summary>Reads the directive.</summary>
    public static KubernetesOptions Parse(Directive directive, PluginContext context)
    {
        var options = new KubernetesOptions(context.ZonesOr(directive.Arguments));
        foreach (var line in directive.Block)
        {
            options = line.Name switch
            {
                "ttl" => options with { Ttl = (uint)line.Number(0, 3600) },
                "pods" => options with
                {
                    Pods = line.One() switch
                    {
                        "disabled" => PodMode.Disabled,
                        "insecure" => PodMode.Insecure,
                        "verified" => PodMode.Verified,
                        var other => throw line.Error($"wrong value for pods: {other},  pods must be one of: disabled, verified, insecure"),
                    },
                },
                "namespaces" when line.Arguments.Length > 0 => options with { Namespaces = [.. line.Arguments] },
                "endpoint_pod_names" => options with { EndpointPodNames = true },
                "noendpoints" => options with { NoEndpoints = true },
                "ignore" when line.Arguments is ["empty_service"] => options with { IgnoreEmpty = true },
                "fallthrough" => options with { Fallthrough = Fallthrough.Of(line) },

                // How the API is reached is the host's business; "upstream" went with CoreDNS 1.7 but stands in documents.
                "upstream" => options,
                "endpoint" or "tls" or "kubeconfig" or "apiserver_qps" or "apiserver_burst" or "apiserver_max_inflight" => options,
                _ => throw line.Error($"unknown property '{line.Name}'"),
            };
        }

        return options;
    }
}
