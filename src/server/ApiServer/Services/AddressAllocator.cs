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
internal sealed class AddressAllocator(IClusterView cluster, IClusterWriter writer, IStore store, ResourceStorage addresses, AddressFamilies families)
{
    private const int MaxTries = 64;

    /// <summary>Whether an address lies in the network of its family, and is one that a Service may have.</summary>
    public bool IsInRange(IPAddress address)
    {
        var family = AddressFamilies.Of(address);
        return families.Has(family) && families.NetworkOf(family) is var network && network.Contains(address) && !address.Equals(network.BaseAddress);
    }

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
        var network = families.NetworkOf(family);
        var size = network.BaseAddress.GetAddressBytes().Length * 8;
        var bits = Math.Min(size - network.PrefixLength, 30);
        var count = 1 << bits;

        // The lower part is kept for addresses that people choose (KEP-3070).
        var kept = Math.Min(Math.Max(16, count / 16), Math.Min(256, count / 2));
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var low = attempt < MaxTries / 2 ? kept : 1;
            var candidate = ServiceRange.At(network, (UInt128)(uint)RandomNumberGenerator.GetInt32(low, Math.Max(low + 1, count - 1)));
            if (cluster.Get<ServiceAddress>("", candidate.ToString()) is null && await writer.CreateAsync(Make(candidate, @namespace, name), cancellationToken).ConfigureAwait(false))
            {
                return candidate;
            }
        }

        for (var offset = 1; offset < count - 1; offset++)
        {
            var candidate = ServiceRange.At(network, (UInt128)(uint)offset);
            if (cluster.Get<ServiceAddress>("", candidate.ToString()) is null && await writer.CreateAsync(Make(candidate, @namespace, name), cancellationToken).ConfigureAwait(false))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Gives an address back.</summary>
    public async ValueTask ReleaseAsync(string address, CancellationToken cancellationToken) =>
        await store.DeleteAsync(KeyRange.Single(addresses.KeyOf(address)), cancellationToken).ConfigureAwait(false);

    private static ServiceAddress Make(IPAddress address, string @namespace, string name) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = address.ToString(),
            Labels = ValueMap.Of(("ipaddress.kubernetes.io/ip-family", AddressFamilies.Of(address)), ("ipaddress.kubernetes.io/managed-by", "ipallocator.k8s.io")),
        },
        Spec = new() { ParentRef = new() { Resource = "services", Namespace = @namespace, Name = name } },
    };
}
