using System.Net;
using System.Security.Cryptography;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Observe;

/// <summary>
/// Finds forwarding loops: sends a query with a name nobody else knows to the server itself, and when it comes back more than
/// twice the server is stopped, because it would send queries to itself for ever.
/// </summary>
public sealed class LoopPlugin : IDnsHandler
{
    private readonly PluginContext _context;
    private readonly IDnsHandler _next;
    private readonly string _probe;
    private readonly string _zone;
    private int _seen;
    private volatile bool _watching = true;

    /// <summary>The plugin; its probe is sent when the configuration begins.</summary>
    public LoopPlugin(PluginContext context, IDnsHandler next)
    {
        (_context, _next) = (context, next);
        _zone = context.Zones.FirstOrDefault() ?? ".";
        _probe = $"{RandomNumberGenerator.GetInt32(int.MaxValue)}{RandomNumberGenerator.GetInt32(int.MaxValue)}.{RandomNumberGenerator.GetInt32(int.MaxValue)}{RandomNumberGenerator.GetInt32(int.MaxValue)}." + (_zone == "." ? "" : _zone);
        context.Background.Add(ProbeAsync);
    }

    /// <inheritdoc/>
    public ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        if (_watching && request.Type == DnsType.HINFO && request.Name == _probe && Interlocked.Increment(ref _seen) > 2)
        {
            _watching = false;
            _context.Environment.Output.Line($"[FATAL] plugin/loop: Loop ({request.Remote} -> :{_context.Block.Keys[0].Port}) detected for zone \"{_zone}\", see https://coredns.io/plugins/loop#troubleshooting. Query: \"HINFO {_probe}\"");
            _context.Environment.OnLoop?.Invoke();
        }

        return _next.ServeAsync(request, cancellationToken);
    }

    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var query = DnsMessage.Query(_probe, DnsType.HINFO, (ushort)RandomNumberGenerator.GetInt32(65536));
        try
        {
            await _context.Upstream(new DnsRequest(query, new IPEndPoint(IPAddress.Loopback, 0), "udp", 0), cancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(30), _context.Environment.Time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The configuration ends.
        }

        _watching = false;
    }
}
