using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Cache;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Registry;

/// <summary>What every verb stands on.</summary>
/// <param name="Store">The memory.</param>
/// <param name="Replica">The caches over it.</param>
/// <param name="Admission">The admission plugins.</param>
/// <param name="Time">The clock.</param>
public sealed record RegistryServices(IStore Store, Replica Replica, AdmissionChain Admission, TimeProvider Time)
{
    /// <summary>The store's newest revision, whoever made it: a read that is answered from memory waits for the caches to hold it.</summary>
    public async ValueTask<Revision> NewestRevisionAsync(CancellationToken cancellationToken) =>
        (await Store.GetAsync(Cache.Replica.Root, cancellationToken: cancellationToken).ConfigureAwait(false)).Revision;

    /// <summary>Leases of objects that end by themselves.</summary>
    public SharedLeases Leases { get; } = new(Store, Time);
}
