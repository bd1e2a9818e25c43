using System.Collections.Immutable;
using Cybernetes.Api.CoreV1;
using Cybernetes.Nftables;

namespace Cybernetes.Proxy.Services;

/// <summary>
/// The chains of a Service port with client affinity: a set of clients for each endpoint, whose elements last as long as the
/// affinity, and a chain that looks in them before it picks at random.
/// </summary>
internal sealed class AffinityChains
{
    private const int DefaultTimeout = 10800;
    private readonly NftFamily _family;
    private readonly Dictionary<ServiceEndpoint, (string Chain, string Set)> _names = [];

    public AffinityChains(Service service, ServicePort port, string protocol, NftFamily family, ProxyNode node, ChosenEndpoints chosen, bool internalLocal, bool externalLocal)
    {
        _family = family;
        var (ns, name) = (service.Metadata.Namespace, service.Metadata.Name);
        var timeout = TimeSpan.FromSeconds(service.Spec.SessionAffinityConfig?.ClientIP?.TimeoutSeconds ?? DefaultTimeout);
        var source = NftExpression.Source(family);
        var sets = ImmutableArray.CreateBuilder<NftSet>();
        var chains = ImmutableArray.CreateBuilder<NftChain>();
        foreach (var endpoint in chosen.Cluster.Concat(chosen.Local))
        {
            var set = ProxyNames.Endpoint("affinity", ns, name, protocol, port.Name, endpoint.Address, endpoint.Port);
            var chain = ProxyNames.Endpoint("endpoint", ns, name, protocol, port.Name, endpoint.Address, endpoint.Port);
            if (!_names.TryAdd(endpoint, (chain, set)))
            {
                continue;
            }

            sets.Add(new NftSet(set, family.AddressType()) { Dynamic = true, Timeout = timeout });
            chains.Add(new NftChain(chain, null,
            [
                new NftRule(new NftUpdateSet(set, source)),
                new NftRule(new NftDnat(family, protocol, endpoint.Address, endpoint.Port)),
            ]));
        }

        Internal = ProxyNames.Service("service", ns, name, protocol, port.Name);
        External = ProxyNames.Service("external", ns, name, protocol, port.Name);
        var cluster = internalLocal ? chosen.Local : chosen.Cluster;
        chains.Add(new NftChain(Internal, null, Pick(cluster)));

        // Where the cluster addresses serve local endpoints only, the external ones still serve all.
        var all = Internal;
        if (internalLocal)
        {
            all = ProxyNames.Service("cluster", ns, name, protocol, port.Name);
            chains.Add(new NftChain(all, null, Pick(chosen.Cluster)));
        }

        var mark = new NftVerdict(NftVerdictKind.Jump, ProxyNames.Mark);
        var toAll = new NftVerdict(NftVerdictKind.Goto, all);
        chains.Add(new NftChain(External, null, externalLocal
            ?
            [
                .. ServiceProgram.Insiders(family, node).SelectMany(i => i.Masqueraded
                    ? (NftRule[])[new NftRule(i.Who, mark), new NftRule(i.Who, toAll)] : [new NftRule(i.Who, toAll)]),
                .. Pick(chosen.Local),
            ]
            : [new NftRule(mark), new NftRule(toAll)]));
        (Sets, Chains) = (sets.ToImmutable(), chains.ToImmutable());
    }

    /// <summary>The chain for cluster addresses.</summary>
    public string Internal { get; }

    /// <summary>The chain for all other addresses and node ports.</summary>
    public string External { get; }

    public ImmutableArray<NftSet> Sets { get; }

    public ImmutableArray<NftChain> Chains { get; }

    private ImmutableArray<NftRule> Pick(ImmutableArray<ServiceEndpoint> endpoints) => endpoints.IsEmpty
        ? [new NftRule(new NftVerdict(NftVerdictKind.Drop))]
        :
        [
            .. endpoints.Select(e => new NftRule(new NftMatch(NftExpression.Source(_family), ["@" + _names[e].Set]), new NftVerdict(NftVerdictKind.Goto, _names[e].Chain))),
            new NftRule(new NftRandomVerdict([.. endpoints.Select(e => "goto " + _names[e].Chain)])),
        ];
}
