using System.Collections.Immutable;
using System.Net;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Base;

namespace Cybernetes.Proxy.Pods;

/// <summary>What ip-masq-agent's configuration says: destinations that pods reach under their own address.</summary>
public sealed record MasqueradeConfig(ImmutableArray<IPNetwork> NonMasqueradeCidrs, bool MasqueradesLinkLocal, TimeSpan ResyncInterval)
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(60);

    /// <summary>What the agent does without a configuration: private and link-local ranges stay.</summary>
    public static MasqueradeConfig Default { get; } = new([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16")], false, DefaultInterval);

    /// <summary>The cluster's own ranges stay, everything else is masqueraded.</summary>
    public static MasqueradeConfig Of(ImmutableArray<IPNetwork> cluster) => new(cluster, true, DefaultInterval);

    /// <summary>Reads YAML or JSON; keys left out keep the agent's defaults. Null with the problem when it cannot be used.</summary>
    public static MasqueradeConfig? Parse(string text, out string problem)
    {
        problem = "";
        try
        {
            var document = YamlReader.Read(Encoding.UTF8.GetBytes(text));
            var config = Default;
            foreach (var (key, value) in document.Entries)
            {
                switch (key)
                {
                    case "nonMasqueradeCIDRs":
                        var ranges = ImmutableArray.CreateBuilder<IPNetwork>();
                        foreach (var item in value.Items)
                        {
                            if (!IPNetwork.TryParse(item.AsString ?? "", out var range))
                            {
                                problem = $"invalid CIDR address: {item.AsString}";
                                return null;
                            }

                            ranges.Add(range);
                        }

                        config = config with { NonMasqueradeCidrs = ranges.ToImmutable() };
                        break;
                    case "masqLinkLocal":
                        config = config with { MasqueradesLinkLocal = value.AsBoolean ?? false };
                        break;
                    case "resyncInterval":
                        config = config with { ResyncInterval = GoDuration.Parse(value.AsString ?? "") };
                        break;
                    case "masqLinkLocalIPv6":
                        break;
                    default:
                        problem = $"unknown field \"{key}\"";
                        return null;
                }
            }

            return config;
        }
        catch (Exception e) when (e is WireException or FormatException or Base.Flags.FlagException)
        {
            problem = e.Message;
            return null;
        }
    }

    /// <inheritdoc/>
    public bool Equals(MasqueradeConfig? other) => other is not null && MasqueradesLinkLocal == other.MasqueradesLinkLocal
        && ResyncInterval == other.ResyncInterval && NonMasqueradeCidrs.SequenceEqual(other.NonMasqueradeCidrs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MasqueradesLinkLocal, ResyncInterval, NonMasqueradeCidrs.Length);
}
