using System.Collections.Immutable;
using System.Net;

namespace Cybernetes.Dns.Services;

/// <summary>A view that is told what there is: for tests, and for a server without a cluster. Readers see whole snapshots.</summary>
public sealed class MemoryServiceView : IServiceView
{
    private volatile State _state = new(
        ImmutableHashSet<string>.Empty,
        ImmutableDictionary<(string, string), DnsService>.Empty,
        ImmutableDictionary<(string, string), ImmutableArray<DnsEndpoint>>.Empty,
        ImmutableDictionary<IPAddress, string>.Empty);

    /// <inheritdoc/>
    public bool Synced { get; set; } = true;

    /// <inheritdoc/>
    public uint Serial { get; private set; } = 1;

    /// <summary>Adds or replaces a Service with its ready endpoints; its namespace exists from then on.</summary>
    public void Put(DnsService service, params ImmutableArray<DnsEndpoint> endpoints)
    {
        var state = _state;
        _state = new State(
            state.Namespaces.Add(service.Namespace),
            state.Services.SetItem((service.Namespace, service.Name), service),
            state.Endpoints.SetItem((service.Namespace, service.Name), endpoints),
            state.Pods);
        Serial++;
    }

    /// <summary>Removes a Service.</summary>
    public void Remove(string @namespace, string name)
    {
        var state = _state;
        _state = state with { Services = state.Services.Remove((@namespace, name)), Endpoints = state.Endpoints.Remove((@namespace, name)) };
        Serial++;
    }

    /// <summary>Adds a pod; its namespace exists from then on.</summary>
    public void PutPod(string @namespace, IPAddress address)
    {
        var state = _state;
        _state = state with { Namespaces = state.Namespaces.Add(@namespace), Pods = state.Pods.SetItem(address, @namespace) };
    }

    /// <inheritdoc/>
    public bool NamespaceExists(string name) => _state.Namespaces.Contains(name);

    /// <inheritdoc/>
    public DnsService? Find(string @namespace, string name) => _state.Services.GetValueOrDefault((@namespace, name));

    /// <inheritdoc/>
    public ImmutableArray<DnsEndpoint> Endpoints(string @namespace, string name) =>
        _state.Endpoints.TryGetValue((@namespace, name), out var endpoints) ? endpoints : [];

    /// <inheritdoc/>
    public DnsService? FindByClusterAddress(IPAddress address) =>
        _state.Services.Values.FirstOrDefault(s => s.ClusterAddresses.Contains(address));

    /// <inheritdoc/>
    public ImmutableArray<(DnsService Service, DnsEndpoint Endpoint)> FindByEndpointAddress(IPAddress address)
    {
        var state = _state;
        return [.. state.Endpoints.SelectMany(e => e.Value.Where(p => p.Address.Equals(address)).Select(p => (state.Services[e.Key], p)))];
    }

    /// <inheritdoc/>
    public string? NamespaceOfPod(IPAddress address) => _state.Pods.GetValueOrDefault(address);

    private sealed record State(
        ImmutableHashSet<string> Namespaces,
        ImmutableDictionary<(string, string), DnsService> Services,
        ImmutableDictionary<(string, string), ImmutableArray<DnsEndpoint>> Endpoints,
        ImmutableDictionary<IPAddress, string> Pods);
}
