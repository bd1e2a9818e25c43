using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cybernetes.Base.Health;
using Cybernetes.Base.Metrics;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Proxy.Host;

/// <summary>The proxy's own pages: /healthz and /livez on one address, /metrics and /proxyMode on another.</summary>
internal sealed class ProxyPages(ProxyHostOptions options, MetricsRegistry metrics, ILogger logger, TimeProvider time)
{
    private long _lastSync = time.GetUtcNow().UtcTicks;
    private volatile bool _healthy = true;
    private volatile bool _eligible = true;

    /// <summary>Whether the node stays (KEP-3836): /healthz tells load balancers, /livez does not care.</summary>
    public bool Eligible
    {
        set => _eligible = value;
    }

    /// <summary>A sync ended.</summary>
    public void Synced(bool healthy)
    {
        _healthy = healthy;
        Volatile.Write(ref _lastSync, time.GetUtcNow().UtcTicks);
    }

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        ServeAsync("healthz", options.HealthzAddress, Healthz, cancellationToken),
        ServeAsync("metrics", options.MetricsAddress, Metrics, cancellationToken));

    private HttpPage Healthz(string path)
    {
        if (path is not ("/healthz" or "/livez"))
        {
            return HttpPage.Text(404, "404 page not found\n");
        }

        var last = new DateTimeOffset(Volatile.Read(ref _lastSync), TimeSpan.Zero);
        var text = $"{{\"lastUpdated\": \"{Go(last)}\",\"currentTime\": \"{Go(time.GetUtcNow())}\", \"nodeEligible\": {(_eligible ? "true" : "false")}}}";
        return new HttpPage(_healthy && (_eligible || path == "/livez") ? 200 : 503, "application/json", System.Text.Encoding.UTF8.GetBytes(text));
    }

    private HttpPage Metrics(string path) => path switch
    {
        "/metrics" => new HttpPage(200, MetricsRegistry.ContentType, metrics.Write()),
        "/proxyMode" => HttpPage.Text(200, "nftables"),
        "/healthz" => HttpPage.Text(200, "ok"),
        _ => HttpPage.Text(404, "404 page not found\n"),
    };

    private static string Go(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm:ss.fffffff '+0000 UTC'", CultureInfo.InvariantCulture);

    private async Task ServeAsync(string what, IPEndPoint? address, Func<string, HttpPage> page, CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return;
        }

        try
        {
            await HttpPages.RunAsync(address, page, cancellationToken);
        }
        catch (SocketException e)
        {
            ProxyLog.CannotServe(logger, what, address.ToString(), e.Message);
        }
    }
}
