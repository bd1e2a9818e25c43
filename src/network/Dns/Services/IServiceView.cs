using System.Collections.Immutable;
using System.Net;

namespace Cybernetes.Dns.Services;

/// <summary>A port that can be asked for as "_name._protocol".</summary>
public sealed record DnsPort(string Name, string Protocol, int Number);

/// <summary>A ready endpoint of a Service: its address, hostname if it has one, the pod behind it, and its ports.</summary>
public sealed record DnsEndpoint(IPAddress Address, string Hostname, string Pod, ImmutableArray<DnsPort> Ports);

/// <summary>What DNS needs of a Service. Names are in lower case; protocols too.</summary>
public sealed record DnsService(string Namespace, string Name)
{
    /// <summary>The cluster addresses; empty for a headless Service or an ExternalName.</summary>
    public ImmutableArray<IPAddress> ClusterAddresses { get; init; } = [];

    /// <summary>clusterIP is None.</summary>
    public bool Headless { get; init; }

    /// <summary>The name an ExternalName Service stands for; null for others.</summary>
    public string? ExternalName { get; init; }

    /// <summary>The Service's ports.</summary>
    public ImmutableArray<DnsPort> Ports { get; init; } = [];
}

/// <summary>What the cluster's API knows, as DNS asks for it. Thread-safe; every call sees the newest state.</summary>
public interface IServiceView
{
    /// <summary>The first list of everything has been read.</summary>
    bool Synced { get; }

    /// <summary>A number that rises with each change (seconds since 1970), the zone's serial.</summary>
    uint Serial { get; }

    /// <summary>Whether there is such a namespace.</summary>
    bool NamespaceExists(string name);

    /// <summary>The Service, or null.</summary>
    DnsService? Find(string @namespace, string name);

    /// <summary>The ready endpoints of a Service.</summary>
    ImmutableArray<DnsEndpoint> Endpoints(string @namespace, string name);

    /// <summary>The Service with this cluster address, or null.</summary>
    DnsService? FindByClusterAddress(IPAddress address);

    /// <summary>The endpoints with this address, with the Service they belong to.</summary>
    ImmutableArray<(DnsService Service, DnsEndpoint Endpoint)> FindByEndpointAddress(IPAddress address);

    /// <summary>The namespace of the pod with this address, or null. Needed for "pods verified" and autopath only.</summary>
    string? NamespaceOfPod(IPAddress address);
}
