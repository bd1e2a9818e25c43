using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Endpoints.</summary>
internal sealed class EndpointsRules : KindRules<Endpoints>
{
    public override bool AllowCreateOnUpdate => true;

    protected override Endpoints OnDefault(Endpoints obj) => obj with
    {
        Subsets = obj.Subsets.Update(subset => subset with { Ports = subset.Ports.Update(port => port.Protocol.Length == 0 ? port with { Protocol = "TCP" } : port) }),
    };

    protected override void Validate(Endpoints obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        for (var i = 0; i < obj.Subsets.Count; i++)
        {
            Subset(obj.Subsets[i], FieldPath.Of("subsets").Index(i), errors);
        }
    }

    private static void Subset(EndpointSubset subset, FieldPath at, ErrorList errors)
    {
        if (subset.Addresses.IsEmpty && subset.NotReadyAddresses.IsEmpty)
        {
            errors.Required(at, "must specify `addresses` or `notReadyAddresses`");
        }

        for (var i = 0; i < subset.Addresses.Count; i++)
        {
            Address(subset.Addresses[i], at.Child("addresses").Index(i), errors);
        }

        for (var i = 0; i < subset.NotReadyAddresses.Count; i++)
        {
            Address(subset.NotReadyAddresses[i], at.Child("notReadyAddresses").Index(i), errors);
        }

        for (var i = 0; i < subset.Ports.Count; i++)
        {
            Port(subset.Ports[i], subset.Ports.Count > 1, at.Child("ports").Index(i), errors);
        }
    }

    private static void Address(EndpointAddress address, FieldPath at, ErrorList errors)
    {
        Check.Ip(address.Ip, at.Child("ip"), errors);
        if (address.Hostname.Length > 0)
        {
            Check.Label(address.Hostname, at.Child("hostname"), errors);
        }

        if (address.NodeName is { } node)
        {
            Check.Subdomain(node, at.Child("nodeName"), errors);
        }

        Check.NonSpecialIp(address.Ip, at.Child("ip"), errors);
    }

    private static void Port(EndpointPort port, bool named, FieldPath at, ErrorList errors)
    {
        if (port.Name.Length > 0)
        {
            Check.Label(port.Name, at.Child("name"), errors);
        }
        else if (named)
        {
            errors.Required(at.Child("name"));
        }

        Check.Port(port.Port, at.Child("port"), errors);
        Check.OneOf(port.Protocol, at.Child("protocol"), errors, "SCTP", "TCP", "UDP");
        if (port.AppProtocol is { } protocol)
        {
            Check.QualifiedName(protocol, at.Child("appProtocol"), errors);
        }
    }
}
