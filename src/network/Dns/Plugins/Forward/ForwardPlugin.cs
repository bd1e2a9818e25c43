using System.Collections.Immutable;
using System.Net.Sockets;
using System.Security.Authentication;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Forward;

/// <summary>Sends queries on to upstream servers and tries the next one when one fails; a server that failed is probed until it answers.</summary>
public sealed class ForwardPlugin : IDnsHandler
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private readonly ForwardOptions _options;
    private readonly ImmutableArray<Upstream> _upstreams;
    private readonly IDnsHandler _next;
    private readonly TimeProvider _time;
    private int _turn;
    private int _underWay;

    /// <summary>The plugin with its probes, which run in the background of the configuration.</summary>
    public ForwardPlugin(ForwardOptions options, PluginContext context, IDnsHandler next)
    {
        (_options, _next, _time) = (options, next, context.Environment.Time);
        _upstreams = [.. options.To.Select(to => new Upstream(to, options, _time))];
        context.Background.Add(ProbeAsync);
    }

    /// <inheritdoc/>
    public async ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        if (!DnsName.IsInZone(request.Name, _options.From) || DnsName.BestZone(_options.Except, request.Name) is not null)
        {
            return await _next.ServeAsync(request, cancellationToken);
        }

        try
        {
            if (Interlocked.Increment(ref _underWay) > _options.MaxConcurrent && _options.MaxConcurrent > 0)
            {
                return DnsReply.Failed(request, DnsRcode.REFUSED, $"concurrent queries exceeded maximum {_options.MaxConcurrent}");
            }

            return await ForwardAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async ValueTask<DnsReply> ForwardAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var order = Order();
        var query = new DnsMessage
        {
            RecursionDesired = request.Message.RecursionDesired,
            CheckingDisabled = request.Message.CheckingDisabled,
            AuthenticData = request.Message.AuthenticData,
            Questions = request.Message.Questions,
            Edns = request.Message.Edns,
            Id = request.Message.Id,
        };
        var tcp = _options.ForceTcp || (request.Protocol == "tcp" && !_options.PreferUdp);
        var started = _time.GetTimestamp();
        var error = "no healthy proxies";
        if (_options.FailFast && _upstreams.All(u => u.IsDown))
        {
            return DnsReply.Failed(request, DnsRcode.SERVFAIL, error);
        }

        // Servers that are down come last, so that when all are down one is tried all the same.
        foreach (var upstream in order.OrderBy(u => u.IsDown).Concat(order.Take(1)))
        {
            if (_time.GetElapsedTime(started) > Deadline)
            {
                break;
            }

            try
            {
                var answer = await upstream.AskAsync(query, tcp, cancellationToken);
                upstream.Succeeded();
                if (answer.Truncated && !tcp && _options.PreferUdp)
                {
                    answer = await upstream.AskAsync(query, true, cancellationToken);
                }

                return new DnsReply(answer with { Id = request.Message.Id, Questions = request.Message.Questions });
            }
            catch (Exception e) when (e is SocketException or IOException or TimeoutException or AuthenticationException)
            {
                upstream.Failed();
                error = e.Message;
            }
        }

        return DnsReply.Failed(request, DnsRcode.SERVFAIL, error);
    }

    private ImmutableArray<Upstream> Order()
    {
        if (_upstreams.Length == 1 || _options.Policy == ForwardPolicy.Sequential)
        {
            return _upstreams;
        }

        var first = _options.Policy == ForwardPolicy.Random
            ? Random.Shared.Next(_upstreams.Length)
            : (int)((uint)Interlocked.Increment(ref _turn) % (uint)_upstreams.Length);
        return [.. _upstreams[first..], .. _upstreams[..first]];
    }

    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_options.HealthCheck > TimeSpan.Zero ? _options.HealthCheck : TimeSpan.FromSeconds(1), _time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                foreach (var upstream in _upstreams.Where(u => u.IsDown))
                {
                    try
                    {
                        await upstream.AskAsync(DnsMessage.Query(_options.HealthDomain, DnsType.NS, 0), _options.ForceTcp, cancellationToken);
                        upstream.Succeeded();
                    }
                    catch (Exception e) when (e is SocketException or IOException or TimeoutException or AuthenticationException)
                    {
                        upstream.Failed();
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The configuration ends.
        }
        finally
        {
            foreach (var upstream in _upstreams)
            {
                upstream.Dispose();
            }
        }
    }
}
