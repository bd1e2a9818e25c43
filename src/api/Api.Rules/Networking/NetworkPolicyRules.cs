using Cybernetes.Api.Machinery;
using Cybernetes.Api.NetworkingV1;

namespace Cybernetes.Api.Rules;

/// <summary>Network policies.</summary>
internal sealed class NetworkPolicyRules : KindRules<NetworkPolicy>
{
    protected override NetworkPolicy OnDefault(NetworkPolicy obj) => obj with
    {
        Spec = obj.Spec with
        {
            PolicyTypes = obj.Spec.PolicyTypes.IsEmpty ? (obj.Spec.Egress.IsEmpty ? ["Ingress"] : ["Ingress", "Egress"]) : obj.Spec.PolicyTypes,
            Ingress = obj.Spec.Ingress.Update(rule => rule with { Ports = rule.Ports.Update(Default) }),
            Egress = obj.Spec.Egress.Update(rule => rule with { Ports = rule.Ports.Update(Default) }),
        },
    };

    protected override NetworkPolicy OnCreate(NetworkPolicy obj, RequestFacts facts) => FirstGeneration(obj);

    protected override NetworkPolicy OnUpdate(NetworkPolicy obj, NetworkPolicy old, RequestFacts facts) => WithGeneration(obj, old, obj.Spec != old.Spec);

    protected override void Validate(NetworkPolicy obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    protected override void ValidateUpdate(NetworkPolicy obj, NetworkPolicy old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    private static NetworkPolicyPort Default(NetworkPolicyPort port) => port with { Protocol = port.Protocol ?? "TCP" };

    private static void Spec(NetworkPolicySpec spec, FieldPath path, ErrorList errors)
    {
        Check.Selector(spec.PodSelector, path.Child("podSelector"), errors);
        for (var i = 0; i < spec.Ingress.Count; i++)
        {
            var at = path.Child("ingress").Index(i);
            Ports(spec.Ingress[i].Ports, at.Child("ports"), errors);
            Peers(spec.Ingress[i].From, at.Child("from"), errors);
        }

        for (var i = 0; i < spec.Egress.Count; i++)
        {
            var at = path.Child("egress").Index(i);
            Ports(spec.Egress[i].Ports, at.Child("ports"), errors);
            Peers(spec.Egress[i].To, at.Child("to"), errors);
        }

        if (spec.PolicyTypes.Count > 2)
        {
            errors.Invalid(path.Child("policyTypes"), GoDump.List(spec.PolicyTypes), "may not specify more than two policyTypes");
            return;
        }

        for (var i = 0; i < spec.PolicyTypes.Count; i++)
        {
            Check.Supported(spec.PolicyTypes[i], path.Child("policyTypes").Index(i), errors, "Ingress", "Egress");
        }
    }

    private static void Ports(ValueList<NetworkPolicyPort> ports, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < ports.Count; i++)
        {
            Port(ports[i], path.Index(i), errors);
        }
    }

    private static void Port(NetworkPolicyPort port, FieldPath at, ErrorList errors)
    {
        if (port.Protocol is { } protocol)
        {
            Check.Supported(protocol, at.Child("protocol"), errors, "TCP", "UDP", "SCTP");
        }

        var end = at.Child("endPort");
        if (port.EndPort is { } last)
        {
            switch (port.Port)
            {
                case null:
                    errors.Invalid(end, last, "may not be specified when `port` is not specified");
                    break;
                case { IsString: true }:
                    errors.Invalid(end, last, "may not be specified when `port` is non-numeric");
                    break;
                case { IntValue: var first }:
                    if (last < first)
                    {
                        errors.Invalid(end, first, "must be greater than or equal to `port`");
                    }

                    Check.Port(last, end, errors);
                    break;
            }
        }

        if (port.Port is { } number)
        {
            Check.PortOrName(number, at.Child("port"), errors);
        }
    }

    private static void Peers(ValueList<NetworkPolicyPeer> peers, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < peers.Count; i++)
        {
            var (peer, at) = (peers[i], path.Index(i));
            Check.Selector(peer.PodSelector, at.Child("podSelector"), errors);
            Check.Selector(peer.NamespaceSelector, at.Child("namespaceSelector"), errors);
            if (peer.IpBlock is { } block)
            {
                Block(block, at.Child("ipBlock"), errors);
            }

            if (peer is { PodSelector: null, NamespaceSelector: null, IpBlock: null })
            {
                errors.Required(at, "must specify a peer");
            }
            else if (peer is { IpBlock: not null } and ({ PodSelector: not null } or { NamespaceSelector: not null }))
            {
                errors.Forbidden(at, "may not specify both ipBlock and another peer");
            }
        }
    }

    private static void Block(IPBlock block, FieldPath at, ErrorList errors)
    {
        if (block.Cidr.Length == 0)
        {
            errors.Required(at.Child("cidr"));
            return;
        }

        Check.Cidr(block.Cidr, at.Child("cidr"), errors);
        if (!Check.TryCidr(block.Cidr, out var network, out var bits))
        {
            return;
        }

        for (var i = 0; i < block.Except.Count; i++)
        {
            var path = at.Child("except").Index(i);
            if (!Check.TryCidr(block.Except[i], out var hole, out var length))
            {
                Check.Cidr(block.Except[i], path, errors);
            }
            else if (hole.AddressFamily != network.AddressFamily || length <= bits || !Check.Masked(hole.GetAddressBytes(), bits).SequenceEqual(Check.Masked(network.GetAddressBytes(), bits)))
            {
                errors.Invalid(path, block.Except[i], "must be a strict subset of `cidr`");
            }
        }
    }
}
