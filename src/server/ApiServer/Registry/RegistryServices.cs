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
    /// <summary>Leases of objects that end by themselves.</summary>
    public SharedLeases Leases { get; } = new(Store, Time);
}
