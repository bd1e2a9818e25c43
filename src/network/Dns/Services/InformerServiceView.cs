using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Informers.Caching;

namespace Cybernetes.Dns.Services;

/// <summary>The view over informers. What DNS needs of an object is worked out once and kept as long as the object.</summary>
public sealed class InformerServiceView : IServiceView
{
    private const string ByService = "dns-service";
    private const string ByAddress = "dns-address";
    private const string ServiceNameLabel = "kubernetes.io/service-name";
    private readonly SharedInformer<Service> _services;
    private readonly SharedInformer<EndpointSlice> _slices;
    private readonly SharedInformer<Namespace> _namespaces;
    private readonly SharedInformer<Pod>? _pods;
    private readonly ConditionalWeakTable<Service, DnsService> _converted = [];
    private readonly ConditionalWeakTable<EndpointSlice, ImmutableArrayBox> _endpoints = [];
    private readonly TimeProvider _time;
    private long _serial;

    /// <summary>
    /// Asks the factory for the informers it needs; <paramref name="watchPods"/> only for "pods verified" and autopath, because
    /// pods are many.
    /// </summary>
    public InformerServiceView(InformerFactory informers, bool watchPods, TimeProvider time)
    {
        _time = time;
        _serial = time.GetUtcNow().ToUnixTimeSeconds();
        _services = informers.For<Service>().AddIndex(ByAddress, s => Addresses(s).Select(a => a.ToString()));
        _slices = informers.For<EndpointSlice>()
            .AddIndex(ByService, s => s.Metadata.Labels.TryGetValue(ServiceNameLabel, out var name) ? [Key(s.Metadata.Namespace, name)] : [])
            .AddIndex(ByAddress, s => s.Endpoints.SelectMany(e => e.Addresses).Distinct());
        _namespaces = informers.For<Namespace>();
        _pods = watchPods ? informers.For<Pod>().AddIndex(ByAddress, p => p.Spec.HostNetwork || p.Status.Phase is "Succeeded" or "Failed" ? [] : p.Status.PodIPs.Select(i => i.Ip)) : null;
        _services.AddHandler(_ => Touch(), (_, _) => Touch(), _ => Touch());
        _slices.AddHandler(_ => Touch(), (_, _) => Touch(), _ => Touch());
    }

    /// <inheritdoc/>
    public bool Synced => _services.HasSynced && _slices.HasSynced && _namespaces.HasSynced && (_pods?.HasSynced ?? true);

    /// <inheritdoc/>
    public uint Serial => (uint)Volatile.Read(ref _serial);

    /// <inheritdoc/>
    public bool NamespaceExists(string name) => _namespaces.Get("", name) is not null;

    /// <inheritdoc/>
    public DnsService? Find(string @namespace, string name) =>
        _services.Get(@namespace, name) is { } service ? _converted.GetValue(service, Convert) : null;

    /// <inheritdoc/>
    public ImmutableArray<DnsEndpoint> Endpoints(string @namespace, string name)
    {
        var slices = _slices.ByIndex(ByService, Key(@namespace, name));
        if (slices.Count == 1)
        {
            return ReadyIn(slices[0]);
        }

        // While slices are rearranged an endpoint may be in two of them.
        var seen = new HashSet<IPAddress>();
        return [.. slices.SelectMany(s => ReadyIn(s)).Where(e => seen.Add(e.Address))];
    }

    /// <inheritdoc/>
    public DnsService? FindByClusterAddress(IPAddress address) =>
        _services.ByIndex(ByAddress, address.ToString()) is [var service, ..] ? _converted.GetValue(service, Convert) : null;

    /// <inheritdoc/>
    public ImmutableArray<(DnsService Service, DnsEndpoint Endpoint)> FindByEndpointAddress(IPAddress address)
    {
        var found = ImmutableArray.CreateBuilder<(DnsService, DnsEndpoint)>();
        foreach (var slice in _slices.ByIndex(ByAddress, address.ToString()))
        {
            if (slice.Metadata.Labels.TryGetValue(ServiceNameLabel, out var name) && Find(slice.Metadata.Namespace, name) is { } service)
            {
                found.AddRange(ReadyIn(slice).Where(e => e.Address.Equals(address)).Select(e => (service, e)));
            }
        }

        return found.ToImmutable();
    }

    /// <inheritdoc/>
    public string? NamespaceOfPod(IPAddress address) =>
        _pods?.ByIndex(ByAddress, address.ToString()) is [var pod, ..] ? pod.Metadata.Namespace : null;

    private static string Key(string @namespace, string name) => @namespace + "/" + name;

    private static IEnumerable<IPAddress> Addresses(Service service)
    {
        var texts = service.Spec.ClusterIPs.Count > 0 ? service.Spec.ClusterIPs.AsEnumerable() : [service.Spec.ClusterIP];
        return texts.Select(t => IPAddress.TryParse(t, out var address) ? address : null).OfType<IPAddress>();
    }

    private static DnsService Convert(Service service) => new(service.Metadata.Namespace, service.Metadata.Name)
    {
        ExternalName = service.Spec.Type == "ExternalName" ? service.Spec.ExternalName : null,
        Headless = service.Spec.ClusterIP == "None",
        ClusterAddresses = service.Spec.Type == "ExternalName" ? [] : [.. Addresses(service)],
        Ports = [.. service.Spec.Ports.Select(p => new DnsPort(p.Name, Protocol(p.Protocol), p.Port))],
    };

    private static string Protocol(string? protocol) => string.IsNullOrEmpty(protocol) ? "tcp" : protocol.ToLowerInvariant();

    private ImmutableArray<DnsEndpoint> ReadyIn(EndpointSlice slice) => _endpoints.GetValue(slice, static s =>
    {
        ImmutableArray<DnsPort> ports = [.. s.Ports.Where(p => p.Port is not null).Select(p => new DnsPort(p.Name ?? "", Protocol(p.Protocol), p.Port!.Value))];
        return new ImmutableArrayBox([.. s.Endpoints.Where(e => e.Conditions.Ready ?? true).SelectMany(e => e.Addresses
            .Select(a => IPAddress.TryParse(a, out var address) ? address : null).OfType<IPAddress>()
            .Select(a => new DnsEndpoint(a, e.Hostname ?? "", e.TargetRef?.Name ?? "", ports)))]);
    }).Value;

    private void Touch() => Volatile.Write(ref _serial, _time.GetUtcNow().ToUnixTimeSeconds());

    private sealed class ImmutableArrayBox(ImmutableArray<DnsEndpoint> value)
    {
        public ImmutableArray<DnsEndpoint> Value { get; } = value;
    }
}
