using Cybernetes.Api.DiscoveryV1;

namespace Cybernetes.Controllers.ServiceEndpoints;

/// <summary>What is to be done to the slices of a Service.</summary>
public sealed record SlicePlan(IReadOnlyList<EndpointSlice> Create, IReadOnlyList<EndpointSlice> Update, IReadOnlyList<EndpointSlice> Delete)
{
    /// <summary>Nothing.</summary>
    public bool IsEmpty => Create.Count + Update.Count + Delete.Count == 0;
}
