using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.Client;
using ServiceAddress = Cybernetes.Api.NetworkingV1.IPAddress;

namespace Cybernetes.ApiServer.Services;

/// <summary>
/// Keeps IPAddress objects and Services together, which a crash between two writes, or somebody's hand, may part: makes what a Service
/// lacks, and gives back what no Service has.
/// </summary>
public sealed class AddressRepair(IClusterView cluster, KubeClient client, TimeProvider time)
{
    // An address is taken before its Service is written.
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(60);

    /// <summary>What is missing and what is too much. Pure.</summary>
    public static (IReadOnlyList<ServiceAddress> Missing, IReadOnlyList<ServiceAddress> Orphans) Plan(IEnumerable<Service> services, IReadOnlyCollection<ServiceAddress> addresses, DateTimeOffset now)
    {
        var owners = new Dictionary<string, Service>();
        foreach (var service in services.Where(service => ServiceNeeds.ClusterIp(service) && !ServiceNeeds.IsHeadless(service)))
        {
            foreach (var address in service.Spec.ClusterIPs)
            {
                owners.TryAdd(address, service);
            }
        }

        var known = addresses.Select(address => address.Metadata.Name).ToHashSet();
        return
        (
            [
                .. owners.Where(owner => !known.Contains(owner.Key) && System.Net.IPAddress.TryParse(owner.Key, out _))
                    .Select(owner => AddressAllocator.Make(System.Net.IPAddress.Parse(owner.Key), owner.Value.Metadata.Namespace, owner.Value.Metadata.Name)),
            ],
            [
                .. addresses.Where(address => AddressAllocator.IsOurs(address) && address.Metadata.CreationTimestamp.Moment + _grace < now && !(owners.TryGetValue(address.Metadata.Name, out var owner)
                    && address.Spec.ParentRef is { Resource: "services" } parent && parent.Namespace == owner.Metadata.Namespace && parent.Name == owner.Metadata.Name)),
            ]
        );
    }

    /// <summary>Repairs what is parted at this moment. What fails is tried again the next time.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var (missing, orphans) = Plan(cluster.List<Service>(), cluster.List<ServiceAddress>(), time.GetUtcNow());
        foreach (var orphan in orphans)
        {
            // Only the object that was looked at: the address may be another Service's by now.
            var options = new Api.MetaV1.DeleteOptions { Preconditions = new() { Uid = orphan.Metadata.Uid } };
            await client.DeleteAsync<ServiceAddress>("", orphan.Metadata.Name, options, cancellationToken).ConfigureAwait(false);
        }

        foreach (var address in missing)
        {
            await client.CreateAsync(address, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }
}
