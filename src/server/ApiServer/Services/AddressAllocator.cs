using System.Net;
using System.Security.Cryptography;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Registry;
using Cybernetes.Store;
using ServiceAddress = Cybernetes.Api.NetworkingV1.IPAddress;

namespace Cybernetes.ApiServer.Services;

/// <summary>Gives addresses to Services. An address is taken by making its IPAddress object, so that two servers never give the same one (KEP-1880).</summary>
internal sealed class AddressAllocator(IClusterView cluster, IClusterWriter writer, IStore store, ResourceStorage addresses, ServiceNetworks networks)
{
    private const int MaxTries = 64;
    private const string ManagedBy = "ipaddress.kubernetes.io/managed-by";
    private const string Manager = "ipallocator.k8s.io";

    /// <summary>Takes a given address; false where it is another Service's.</summary>
    public async ValueTask<bool> TakeAsync(IPAddress address, string @namespace, string name, CancellationToken cancellationToken)
    {
        var text = address.ToString();
        if (await writer.CreateAsync(Make(address, @namespace, name), cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        var there = await cluster.GetLiveAsync<ServiceAddress>("", text, cancellationToken).ConfigureAwait(false);
        return there?.Spec.ParentRef is { Resource: "services" } parent && parent.Namespace == @namespace && parent.Name == name
            && cluster.Get<Api.CoreV1.Service>(@namespace, name) is null;
    }

    /// <summary>Takes any free address of a family; null where there is none.</summary>
    public async ValueTask<IPAddress?> TakeAnyAsync(string family, string @namespace, string name, CancellationToken cancellationToken)
    {
        foreach (var network in networks.Ready(family))
        {
            if (await TakeAnyAsync(network, @namespace, name, cancellationToken).ConfigureAwait(false) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    private async ValueTask<IPAddress?> TakeAnyAsync(IPNetwork network, string @namespace, string name, CancellationToken cancellationToken)
    {
        var size = network.BaseAddress.GetAddressBytes().Length * 8;
        var count = 1 << Math.Min(size - network.PrefixLength, 30);

        // The lower part is kept for addresses that people choose (KEP-3070).
        var kept = count <= 16 ? 1 : Math.Clamp(count / 16, 16, 256);
        for (var attempt = 0; attempt < MaxTries && count > 2; attempt++)
        {
            var low = attempt < MaxTries / 2 ? kept : 1;
            if (await TryAsync((uint)RandomNumberGenerator.GetInt32(low, count - 1)).ConfigureAwait(false) is { } address)
            {
                return address;
            }
        }

        for (uint offset = 1; offset < count - 1; offset++)
        {
            if (await TryAsync(offset).ConfigureAwait(false) is { } address)
            {
                return address;
            }
        }

        return null;

        async ValueTask<IPAddress?> TryAsync(uint offset)
        {
            var candidate = ServiceRange.At(network, offset);
            return cluster.Get<ServiceAddress>("", candidate.ToString()) is null
                && await writer.CreateAsync(Make(candidate, @namespace, name), cancellationToken).ConfigureAwait(false) ? candidate : null;
        }
    }

    /// <summary>Gives an address back.</summary>
    public async ValueTask ReleaseAsync(string address, CancellationToken cancellationToken) =>
        await store.DeleteAsync(KeyRange.Single(addresses.KeyOf(address)), cancellationToken).ConfigureAwait(false);

    /// <summary>Whether an address was taken by an allocator; others are their makers' own.</summary>
    internal static bool IsOurs(ServiceAddress address) => address.Metadata.Labels.GetValueOrDefault(ManagedBy) == Manager;

    /// <summary>The object that says which Service has an address.</summary>
    internal static ServiceAddress Make(IPAddress address, string @namespace, string name) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = address.ToString(),
            Labels = ValueMap.Of(("ipaddress.kubernetes.io/ip-family", AddressFamilies.Of(address)), (ManagedBy, Manager)),
        },
        Spec = new() { ParentRef = new() { Resource = "services", Namespace = @namespace, Name = name } },
    };
}
