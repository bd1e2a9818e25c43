using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Endpoint slices.</summary>
internal sealed class EndpointSliceRules : KindRules<EndpointSlice>
{
    private const int MaxEndpoints = 1000;
    private const int MaxAddresses = 100;
    private const int MaxPorts = 20000;
    private const int MaxHints = 8;

    protected override EndpointSlice OnDefault(EndpointSlice obj) => obj with
    {
        Endpoints = obj.Endpoints.OrNone(),
        Ports = obj.Ports.OrNone().Update(port => port with { Name = port.Name ?? "", Protocol = port.Protocol ?? "TCP" }),
    };

    protected override EndpointSlice OnCreate(EndpointSlice obj, RequestFacts facts) => FirstGeneration(WithoutTopology(obj));

    protected override EndpointSlice OnUpdate(EndpointSlice obj, EndpointSlice old, RequestFacts facts)
    {
        var same = obj.Metadata.Labels == old.Metadata.Labels && obj.Metadata.Annotations == old.Metadata.Annotations && obj.Metadata.OwnerReferences == old.Metadata.OwnerReferences;
        // What is dropped has been asked for, and counts as a change.
        return WithGeneration(WithoutTopology(obj), old, !same || obj.Endpoints != old.Endpoints || obj.Ports != old.Ports || obj.AddressType != old.AddressType);
    }

    protected override void Validate(EndpointSlice obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Check.OneOf(obj.AddressType, FieldPath.Of("addressType"), errors, "FQDN", "IPv4", "IPv6");
        Endpoints(obj, FieldPath.Of("endpoints"), errors);
        Ports(obj.Ports, FieldPath.Of("ports"), errors);
    }

    protected override void ValidateUpdate(EndpointSlice obj, EndpointSlice old, ErrorList errors)
    {
        Validate(obj, errors);
        Check.Unchanged(obj.AddressType, old.AddressType, FieldPath.Of("addressType"), errors, value => value);
    }

    // Of an API that is gone; objects of that time keep it until they are written.
    private static EndpointSlice WithoutTopology(EndpointSlice slice) => slice with { Endpoints = slice.Endpoints.Update(endpoint => endpoint with { DeprecatedTopology = default }) };

    private static void Endpoints(EndpointSlice slice, FieldPath path, ErrorList errors)
    {
        if (slice.Endpoints.Count > MaxEndpoints)
        {
            errors.TooMany(path, slice.Endpoints.Count, MaxEndpoints);
            return;
        }

        for (var i = 0; i < slice.Endpoints.Count; i++)
        {
            var (endpoint, at) = (slice.Endpoints[i], path.Index(i));
            Addresses(endpoint.Addresses, slice.AddressType, at.Child("addresses"), errors);
            if (endpoint.NodeName is { } node)
            {
                Check.Subdomain(node, at.Child("nodeName"), errors);
            }

            if (endpoint.Hostname is { } host)
            {
                Check.Label(host, at.Child("hostname"), errors);
            }

            if (endpoint.Hints is { } hints)
            {
                Hints(hints, at.Child("hints"), errors);
            }
        }
    }

    private static void Addresses(ValueList<string> addresses, string type, FieldPath path, ErrorList errors)
    {
        if (addresses.IsEmpty)
        {
            errors.Required(path, "must contain at least 1 address");
        }
        else if (addresses.Count > MaxAddresses)
        {
            errors.TooMany(path, addresses.Count, MaxAddresses);
        }

        for (var i = 0; i < addresses.Count; i++)
        {
            var (address, at) = (addresses[i], path.Index(i));
            switch (type)
            {
                case "IPv4" or "IPv6":
                    Address(address, type, at, errors);
                    break;
                case "FQDN":
                    FullName(address, at, errors);
                    break;
            }
        }
    }

    private static void Address(string address, string type, FieldPath at, ErrorList errors)
    {
        if (!Check.TryIp(address, out _))
        {
            Check.Ip(address, at, errors);
        }
        else if (Check.IsV6(address) != (type == "IPv6"))
        {
            errors.Invalid(at, address, type == "IPv6" ? "must be an IPv6 address" : "must be an IPv4 address");
        }
        else
        {
            Check.NonSpecialIp(address, at, errors);
        }
    }

    private static void FullName(string name, FieldPath at, ErrorList errors)
    {
        if (name.Length == 0)
        {
            errors.Required(at);
            return;
        }

        var bare = name.EndsWith('.') ? name[..^1] : name;
        if (Names.Dns1123Subdomain(bare) is { Count: > 0 } wrong)
        {
            errors.Invalid(at, bare, wrong);
        }
        else if (!bare.Contains('.', StringComparison.Ordinal))
        {
            errors.Invalid(at, bare, "should be a domain with at least two segments separated by dots");
        }
    }

    private static void Hints(EndpointHints hints, FieldPath path, ErrorList errors)
    {
        void Each(IReadOnlyList<string> names, string field, bool labels)
        {
            var list = path.Child(field);
            if (names.Count > MaxHints)
            {
                errors.TooMany(list, names.Count, MaxHints);
                return;
            }

            for (var i = 0; i < names.Count; i++)
            {
                var at = list.Index(i).Child("name");
                if (names.Take(i).Contains(names[i]))
                {
                    errors.Duplicate(at, names[i]);
                }
                else
                {
                    errors.Invalid(at, names[i], labels ? Names.LabelValue(names[i]) : Names.Dns1123Subdomain(names[i]));
                }
            }
        }

        Each([.. hints.ForZones.Select(zone => zone.Name)], "forZones", true);
        Each([.. hints.ForNodes.Select(node => node.Name)], "forNodes", false);
    }

    private static void Ports(ValueList<EndpointPort> ports, FieldPath path, ErrorList errors)
    {
        if (ports.Count > MaxPorts)
        {
            errors.TooMany(path, ports.Count, MaxPorts);
            return;
        }

        for (var i = 0; i < ports.Count; i++)
        {
            var (port, at) = (ports[i], path.Index(i));
            if (port.Name is { Length: > 0 } name)
            {
                Check.Label(name, at.Child("name"), errors);
            }

            if (ports.Take(i).Any(other => other.Name == port.Name))
            {
                errors.Duplicate(at.Child("name"), port.Name);
            }

            Check.OneOf(port.Protocol ?? "", at.Child("protocol"), errors, "SCTP", "TCP", "UDP");
            if (port.AppProtocol is { } protocol)
            {
                Check.QualifiedName(protocol, at.Child("appProtocol"), errors);
            }
        }
    }
}
