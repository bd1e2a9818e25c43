using System.Net;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Services;

/// <summary>Around the writes of Services: gives them addresses and node ports, and takes these back.</summary>
internal sealed class ServiceHooks(AddressFamilies families, ServiceNetworks networks, AddressAllocator addresses, NodePortAllocator ports) : WriteHooks
{
    private static readonly GroupKind _kind = new("", "Service");

    public override async ValueTask<Reservation> BeginCreateAsync(WriteRequest write, IObject value, CancellationToken cancellationToken) =>
        await ReserveAsync(write, ServiceFamilies.Normalize((Service)value, null), null, cancellationToken).ConfigureAwait(false);

    public override async ValueTask<Reservation> BeginUpdateAsync(WriteRequest write, IObject value, IObject old, CancellationToken cancellationToken)
    {
        if (write.Subresource.Length > 0)
        {
            return new Reservation(value);
        }

        var before = (Service)old;
        var service = ServicePatching.Keep(ServiceFamilies.Normalize((Service)value, before), before);
        return await ReserveAsync(write, service, before, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask AfterDeleteAsync(WriteRequest write, IObject value, CancellationToken cancellationToken)
    {
        foreach (var address in AddressesOf((Service)value))
        {
            await addresses.ReleaseAsync(address, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<Reservation> ReserveAsync(WriteRequest write, Service service, Service? old, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
        service = ServiceFamilies.Fill(service, old, families, errors);
        write.ThrowIfInvalid(service.Metadata.Name, errors, _kind);
        var taken = new List<string>();
        var reserved = new List<int>();
        try
        {
            service = await TakeAddressesAsync(write, service, old, taken, cancellationToken).ConfigureAwait(false);
            service = TakePorts(write, service, old, reserved);
        }
        catch
        {
            await GiveBackAsync(taken, reserved).ConfigureAwait(false);
            throw;
        }

        return new Reservation(service, async written =>
        {
            await GiveBackAsync(written ? AddressesOf(old).Except(AddressesOf(service)) : taken, reserved).ConfigureAwait(false);
        });
    }

    private async ValueTask GiveBackAsync(IEnumerable<string> taken, IEnumerable<int> reserved)
    {
        ports.Release(reserved);
        foreach (var address in taken)
        {
            await addresses.ReleaseAsync(address, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static IEnumerable<string> AddressesOf(Service? service) =>
        service is null || !ServiceNeeds.ClusterIp(service) || ServiceNeeds.IsHeadless(service) ? [] : service.Spec.ClusterIPs;

    private async ValueTask<Service> TakeAddressesAsync(WriteRequest write, Service service, Service? old, List<string> taken, CancellationToken cancellationToken)
    {
        if (!ServiceNeeds.ClusterIp(service) || ServiceNeeds.IsHeadless(service))
        {
            return ServiceNeeds.IsHeadless(service)
                ? service with { Spec = service.Spec with { ClusterIP = ServiceNeeds.None, ClusterIPs = [ServiceNeeds.None] } }
                : service;
        }

        var had = AddressesOf(old).ToArray();
        var (ns, name) = (service.Metadata.Namespace, service.Metadata.Name);
        var all = new List<string>();
        for (var i = 0; i < service.Spec.IpFamilies.Count; i++)
        {
            // A family that is none is for validation to refuse, which comes after.
            if (!families.Has(service.Spec.IpFamilies[i]))
            {
                continue;
            }

            if (i < service.Spec.ClusterIPs.Count)
            {
                var wanted = service.Spec.ClusterIPs[i];
                if (!had.Contains(wanted))
                {
                    await TakeAsync(write, service, wanted, taken, cancellationToken).ConfigureAwait(false);
                }

                all.Add(wanted);
            }
            else if (write.DryRun)
            {
                all.AddRange(networks.Ready(service.Spec.IpFamilies[i]).Take(1).Select(network => ServiceRange.FirstAddress(network).ToString()));
            }
            else
            {
                var any = await addresses.TakeAnyAsync(service.Spec.IpFamilies[i], ns, name, cancellationToken).ConfigureAwait(false)
                    ?? throw ApiErrors.Internal("failed to allocate a serviceIP: range is full");
                taken.Add(any.ToString());
                all.Add(any.ToString());
            }
        }

        return service with { Spec = service.Spec with { ClusterIP = all.FirstOrDefault(""), ClusterIPs = all.ToValueList() } };
    }

    private async ValueTask TakeAsync(WriteRequest write, Service service, string wanted, List<string> taken, CancellationToken cancellationToken)
    {
        // What is no address is refused by validation, which comes after.
        if (!IPAddress.TryParse(wanted, out var address))
        {
            return;
        }

        if (!networks.Contains(address))
        {
            throw Refused(service, $"failed to allocate IP {wanted}: the provided network does not match the current range");
        }

        if (write.DryRun)
        {
            return;
        }

        if (!await addresses.TakeAsync(address, service.Metadata.Namespace, service.Metadata.Name, cancellationToken).ConfigureAwait(false))
        {
            throw Refused(service, $"failed to allocate IP {wanted}: provided IP is already allocated");
        }

        taken.Add(wanted);
    }

    private static ApiException Refused(Service service, string why)
    {
        var errors = new ErrorList();
        var shown = FieldValue.Json("[" + string.Join(",", service.Spec.ClusterIPs.Select(GoText.Quote)) + "]");
        errors.Invalid(FieldPath.Of("spec", "clusterIPs"), shown, why);
        return InvalidStatus.From(_kind, service.Metadata.Name, errors);
    }

    private Service TakePorts(WriteRequest write, Service service, Service? old, List<int> reserved)
    {
        var had = old is null ? [] : NodePortAllocator.PortsOf(old).ToHashSet();
        var spec = service.Spec;
        if (ServiceNeeds.NodePorts(service))
        {
            var mine = new HashSet<int>();
            var ofPort = new Dictionary<int, (int NodePort, string Protocol)>();
            var all = new List<ServicePort>(spec.Ports.Count);
            foreach (var (port, index) in spec.Ports.Select((port, index) => (port, index)))
            {
                all.Add(port with { NodePort = NodePortFor(write, service, port, index, had, mine, ofPort, reserved) });
            }

            spec = spec with { Ports = all.ToValueList() };
        }

        if (ServiceNeeds.HealthCheckPort(service))
        {
            spec = spec with { HealthCheckNodePort = HealthCheckPort(service, old is not null && ServiceNeeds.HealthCheckPort(old), had, reserved) };
        }

        return service with { Spec = spec };
    }

    private int NodePortFor(
        WriteRequest write, Service service, ServicePort port, int index, HashSet<int> had, HashSet<int> mine, Dictionary<int, (int NodePort, string Protocol)> ofPort, List<int> reserved)
    {
        var wanted = port.NodePort;
        if (wanted <= 0)
        {
            // The same port in another protocol shares its node port.
            if (ofPort.TryGetValue(port.Port, out var shared) && shared.Protocol != port.Protocol)
            {
                return shared.NodePort;
            }

            wanted = ports.ReserveAny() ?? throw ApiErrors.Internal("failed to allocate a nodePort: range is full");
            reserved.Add(wanted);
        }
        else if (!had.Contains(wanted) && !mine.Contains(wanted))
        {
            Reserve(service, wanted, FieldPath.Of("spec", "ports").Index(index).Child("nodePort"), reserved);
        }

        mine.Add(wanted);
        ofPort.TryAdd(port.Port, (wanted, port.Protocol));
        return wanted;
    }

    // One that was there may not change, which validation tells.
    private int HealthCheckPort(Service service, bool hadOne, HashSet<int> had, List<int> reserved)
    {
        var wanted = service.Spec.HealthCheckNodePort;
        if (wanted == 0)
        {
            wanted = ports.ReserveAny() ?? throw ApiErrors.Internal("failed to allocate a HealthCheck NodePort");
            reserved.Add(wanted);
        }
        else if (!had.Contains(wanted) && !hadOne)
        {
            Reserve(service, wanted, FieldPath.Of("spec", "healthCheckNodePort"), reserved);
        }

        return wanted;
    }

    private void Reserve(Service service, int port, FieldPath path, List<int> reserved)
    {
        var errors = new ErrorList();
        if (!ports.IsInRange(port))
        {
            errors.Invalid(path, port, $"provided port is not in the valid range. The range of valid ports is {ports.Range}");
        }
        else if (!ports.TryReserve(port))
        {
            errors.Invalid(path, port, "provided port is already allocated");
        }
        else
        {
            reserved.Add(port);
        }

        if (!errors.IsEmpty)
        {
            throw InvalidStatus.From(_kind, service.Metadata.Name, errors);
        }
    }
}
