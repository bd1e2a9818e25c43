using Cybernetes.Base.Metrics;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Observe;

/// <summary>Counts queries and answers under CoreDNS' metric names.</summary>
public sealed class PrometheusPlugin : IDnsHandler
{
    private readonly Counter _requests;
    private readonly Counter _responses;
    private readonly Histogram _durations;
    private readonly string _server;
    private readonly IDnsHandler _next;
    private readonly TimeProvider _time;

    /// <summary>Declares the metrics.</summary>
    public PrometheusPlugin(PluginContext context, IDnsHandler next)
    {
        var metrics = context.Environment.Metrics;
        (_next, _time) = (next, context.Environment.Time);
        _server = $"{context.Block.Keys[0].Scheme}://:{(context.Block.Keys[0].Port == 0 ? 53 : context.Block.Keys[0].Port)}";
        _requests = metrics.Counter("coredns_dns_requests_total", "Counter of DNS requests made per zone, protocol and family.", Stability.Alpha, "family", "proto", "server", "type", "view", "zone");
        _responses = metrics.Counter("coredns_dns_responses_total", "Counter of response status codes.", Stability.Alpha, "plugin", "rcode", "server", "view", "zone");
        _durations = metrics.Histogram("coredns_dns_request_duration_seconds", "Histogram of the time (in seconds) each request took per zone.", Stability.Alpha,
            Histogram.Exponential(0.00025, 2, 16), "server", "view", "zone");
    }

    /// <inheritdoc/>
    public async ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var reply = await _next.ServeAsync(request, cancellationToken);
        var family = request.Remote.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "2" : "1";
        var type = Enum.GetName(request.Type) ?? "other";
        _requests.With(family, request.Protocol, _server, type, "", request.Zone).Inc();
        _responses.With("", Enum.GetName(reply.Message.Rcode) ?? "other", _server, "", request.Zone).Inc();
        _durations.With(_server, "", request.Zone).Observe(_time.GetElapsedTime(started).TotalSeconds);
        return reply;
    }
}
