using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Services;

namespace Cybernetes.Dns.Plugins.Kubernetes;

/// <summary>Answers for Services and pods as the specification of Kubernetes DNS-Based Service Discovery 1.1.0 says.</summary>
public sealed class KubernetesPlugin(KubernetesOptions options, PluginContext context, IDnsHandler next) : IDnsHandler
{
    private const int MaxCnames = 8;
    private readonly IServiceView _services = context.Environment.Services;
    private readonly string _primaryZone = options.Zones.FirstOrDefault(z => !z.EndsWith(".arpa.", StringComparison.Ordinal)) ?? options.Zones.FirstOrDefault() ?? ".";

    private enum Found
    {
        /// <summary>There is no such name.</summary>
        Nothing,

        /// <summary>The name is there; it may have no records of the type.</summary>
        Name,
    }

    /// <inheritdoc/>
    public async ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        if (DnsName.BestZone(options.Zones, request.Name) is not { } zone || request.Message.Question.Class is not (1 or 255))
        {
            return await next.ServeAsync(request, cancellationToken);
        }

        if (!_services.Synced)
        {
            return DnsReply.Failed(request, DnsRcode.SERVFAIL, "kubernetes: not yet synced with the API");
        }

        var answer = new Answer();
        var found = zone.EndsWith(".arpa.", StringComparison.Ordinal)
            ? FindReverse(request, answer)
            : await FindForwardAsync(request, zone, answer, cancellationToken);
        if (found == Found.Nothing && options.Fallthrough.Covers(request.Name))
        {
            return await next.ServeAsync(request, cancellationToken);
        }

        var records = answer.Records.ToImmutable();
        return new DnsReply(request.Message.Reply(found == Found.Nothing ? DnsRcode.NXDOMAIN : DnsRcode.NOERROR) with
        {
            Authoritative = true,
            Answers = records,
            Additionals = answer.Extra.ToImmutable(),
            Authorities = records.IsEmpty ? [Soa(zone)] : [],
        });
    }

    /// <summary>The namespace of the pod that asks, for autopath.</summary>
    public string? NamespaceOfClient(IPAddress address) => _services.NamespaceOfPod(address);

    /// <summary>The zone Services are in.</summary>
    public string PrimaryZone => _primaryZone;

    private Found FindReverse(DnsRequest request, Answer answer)
    {
        if (DnsName.AddressOfReverse(request.Name) is not { } address)
        {
            return DnsName.BestZone(options.Zones, request.Name) == request.Name ? Found.Name : Found.Nothing;
        }

        var targets = new List<string>();
        if (_services.FindByClusterAddress(address) is { } service && IsShown(service.Namespace))
        {
            targets.Add($"{service.Name}.{service.Namespace}.svc.{_primaryZone}");
        }
        else
        {
            foreach (var (owner, endpoint) in _services.FindByEndpointAddress(address))
            {
                if (IsShown(owner.Namespace))
                {
                    targets.Add($"{EndpointName(endpoint)}.{owner.Name}.{owner.Namespace}.svc.{_primaryZone}");
                }
            }
        }

        if (targets.Count == 0)
        {
            return Found.Nothing;
        }

        if (request.Type is DnsType.PTR or DnsType.ANY)
        {
            foreach (var target in targets)
            {
                answer.Records.Add(new DnsRecord(request.Message.Question.Name, DnsType.PTR, options.Ttl, new NameData(target)));
            }
        }

        return Found.Name;
    }

    private async ValueTask<Found> FindForwardAsync(DnsRequest request, string zone, Answer answer, CancellationToken cancellationToken)
    {
        var question = request.Message.Question.Name;
        if (request.Name.Length == zone.Length)
        {
            AnswerApex(request, zone, answer);
            return Found.Name;
        }

        var labels = DnsName.Labels(DnsName.Trim(request.Name, zone));
        switch (labels)
        {
            case ["dns-version"]:
                if (request.Type is DnsType.TXT)
                {
                    answer.Records.Add(new DnsRecord(question, DnsType.TXT, 28800, new TxtData(["1.1.0"])));
                }

                return Found.Name;
            case ["ns", "dns"]:
                AddAddresses(request, question, _services.Find("kube-system", "kube-dns")?.ClusterAddresses ?? [], answer);
                return Found.Name;
            case ["dns"] or ["svc"]:
                return Found.Name;
            case ["pod"]:
                return options.Pods == PodMode.Disabled ? Found.Nothing : Found.Name;
            case [var @namespace, "svc"]:
                return IsShown(@namespace) && _services.NamespaceExists(@namespace) ? Found.Name : Found.Nothing;
            case [var @namespace, "pod"]:
                return options.Pods != PodMode.Disabled && IsShown(@namespace) && _services.NamespaceExists(@namespace) ? Found.Name : Found.Nothing;
            case [var pod, var @namespace, "pod"]:
                return FindPod(request, pod, @namespace, answer);
            case [.. var before, var name, var @namespace, "svc"] when IsShown(@namespace):
                return _services.Find(@namespace, name) is { } service ? await FindServiceAsync(request, zone, service, before, answer, cancellationToken) : Found.Nothing;
            default:
                return Found.Nothing;
        }
    }

    private Found FindPod(DnsRequest request, string pod, string @namespace, Answer answer)
    {
        if (options.Pods == PodMode.Disabled || !IsShown(@namespace) || !_services.NamespaceExists(@namespace))
        {
            return Found.Nothing;
        }

        var dashes = pod.Count(c => c == '-');
        var text = dashes == 3 && !pod.Contains("--", StringComparison.Ordinal) ? pod.Replace('-', '.') : pod.Replace('-', ':');
        if (!IPAddress.TryParse(text, out var address) || (dashes == 3 && text.Contains('.') && address.ToString() != text))
        {
            return Found.Nothing;
        }

        if (options.Pods == PodMode.Verified && _services.NamespaceOfPod(address) != @namespace)
        {
            return Found.Nothing;
        }

        AddAddresses(request, request.Message.Question.Name, [address], answer);
        return Found.Name;
    }

    private async ValueTask<Found> FindServiceAsync(DnsRequest request, string zone, DnsService service, string[] before, Answer answer, CancellationToken cancellationToken)
    {
        // 1. What stands before the Service: nothing, an endpoint's name, or "_port._protocol".
        string? endpoint = null, port = null, protocol = null;
        switch (before)
        {
            case []:
                break;
            case [var only]:
                endpoint = only;
                break;
            case [['_', .. var p], ['_', .. var q]]:
                (port, protocol) = (p, q);
                break;
            default:
                return Found.Nothing;
        }

        var question = request.Message.Question.Name;
        if (service.ExternalName is { } external)
        {
            if (endpoint is not null || port is not null)
            {
                return Found.Nothing;
            }

            await AnswerExternalAsync(request, external, answer, cancellationToken);
            return Found.Name;
        }

        if (options.IgnoreEmpty && !service.Headless && _services.Endpoints(service.Namespace, service.Name).IsEmpty)
        {
            return Found.Nothing;
        }

        // 2. A headless Service, or one endpoint: the endpoints' own addresses.
        var name = $"{service.Name}.{service.Namespace}.svc.{zone}";
        if (service.Headless || endpoint is not null)
        {
            return options.NoEndpoints ? Found.Nothing
                : AnswerEndpoints(request, service, name, endpoint, port, protocol, answer);
        }

        // 3. The cluster addresses.
        var ports = service.Ports.Where(p => Matches(p, port, protocol)).ToList();
        if (port is not null && ports.Count == 0)
        {
            return Found.Nothing;
        }

        if (request.Type is DnsType.SRV)
        {
            var weight = (ushort)(100 / Math.Max(1, ports.Count * service.ClusterAddresses.Length));
            foreach (var one in ports)
            {
                answer.Records.Add(new DnsRecord(question, DnsType.SRV, options.Ttl, new SrvData(0, weight, (ushort)one.Number, name)));
            }

            answer.Extra.AddRange(service.ClusterAddresses.Select(a => DnsRecord.Address(name, options.Ttl, a)));
            return Found.Name;
        }

        AddAddresses(request, question, service.ClusterAddresses, answer);
        return Found.Name;
    }

    private Found AnswerEndpoints(DnsRequest request, DnsService service, string name, string? endpoint, string? port, string? protocol, Answer answer)
    {
        var question = request.Message.Question.Name;
        var found = Found.Nothing;
        var all = _services.Endpoints(service.Namespace, service.Name);
        var matching = new List<(DnsEndpoint Endpoint, DnsPort? Port)>();
        foreach (var one in all)
        {
            if (endpoint is not null && EndpointName(one) != endpoint)
            {
                continue;
            }

            if (port is null && one.Ports.IsEmpty)
            {
                matching.Add((one, null));
            }

            matching.AddRange(one.Ports.Where(p => Matches(p, port, protocol)).Select(p => (one, (DnsPort?)p)));
        }

        var weight = (ushort)(100 / Math.Max(1, matching.Count));
        var seen = new HashSet<IPAddress>();
        foreach (var (one, number) in matching)
        {
            found = Found.Name;
            if (request.Type is DnsType.SRV && number is not null)
            {
                var target = $"{EndpointName(one)}.{name}";
                answer.Records.Add(new DnsRecord(question, DnsType.SRV, options.Ttl, new SrvData(0, weight, (ushort)number.Number, target)));
                if (seen.Add(one.Address))
                {
                    answer.Extra.Add(DnsRecord.Address(target, options.Ttl, one.Address));
                }
            }
            else if (seen.Add(one.Address))
            {
                AddAddresses(request, question, [one.Address], answer);
            }
        }

        return found;
    }

    private async ValueTask AnswerExternalAsync(DnsRequest request, string external, Answer answer, CancellationToken cancellationToken)
    {
        if (request.Type is not (DnsType.A or DnsType.AAAA or DnsType.CNAME))
        {
            return;
        }

        var target = DnsName.Normalize(external);
        answer.Records.Add(new DnsRecord(request.Message.Question.Name, DnsType.CNAME, options.Ttl, new NameData(target)));

        // An ExternalName that leads to itself ends where the request has been asked on too often.
        if (request.Type is DnsType.CNAME || request.Cnames >= MaxCnames)
        {
            return;
        }

        var asked = request.Ask(request.Message.Question with { Name = target }) with { Cnames = request.Cnames + 1 };
        var reply = await context.Upstream(asked, cancellationToken);
        answer.Records.AddRange(reply.Message.Answers);
    }

    private void AnswerApex(DnsRequest request, string zone, Answer answer)
    {
        switch (request.Type)
        {
            case DnsType.SOA:
                answer.Records.Add(Soa(zone));
                break;
            case DnsType.NS:
                answer.Records.Add(new DnsRecord(zone, DnsType.NS, options.Ttl, new NameData("ns.dns." + zone)));
                answer.Extra.AddRange((_services.Find("kube-system", "kube-dns")?.ClusterAddresses ?? []).Select(a => DnsRecord.Address("ns.dns." + zone, options.Ttl, a)));
                break;
        }
    }

    private void AddAddresses(DnsRequest request, string name, ImmutableArray<IPAddress> addresses, Answer answer)
    {
        foreach (var address in addresses)
        {
            if (request.Type == (address.AddressFamily == AddressFamily.InterNetwork ? DnsType.A : DnsType.AAAA))
            {
                answer.Records.Add(DnsRecord.Address(name, options.Ttl, address));
            }
        }
    }

    private DnsRecord Soa(string zone) => new(zone, DnsType.SOA, Math.Min(300, options.Ttl),
        new SoaData("ns.dns." + zone, "hostmaster." + zone, _services.Serial, 7200, 1800, 86400, options.Ttl));

    private string EndpointName(DnsEndpoint endpoint) =>
        endpoint.Hostname.Length > 0 ? endpoint.Hostname
        : options.EndpointPodNames && endpoint.Pod.Length > 0 ? endpoint.Pod
        : endpoint.Address.ToString().Replace('.', '-').Replace(':', '-');

    private bool IsShown(string @namespace) => options.Namespaces.IsEmpty || options.Namespaces.Contains(@namespace);

    private static bool Matches(DnsPort port, string? name, string? protocol) =>
        name is null || (port.Name == name && port.Protocol == protocol);

    private sealed class Answer
    {
        public ImmutableArray<DnsRecord>.Builder Records { get; } = ImmutableArray.CreateBuilder<DnsRecord>();

        public ImmutableArray<DnsRecord>.Builder Extra { get; } = ImmutableArray.CreateBuilder<DnsRecord>();
    }
}
