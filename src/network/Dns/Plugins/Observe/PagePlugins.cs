using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cybernetes.Base.Health;
using Cybernetes.Base.Metrics;
using Cybernetes.Dns.Corefile;

namespace Cybernetes.Dns.Plugins.Observe;

/// <summary>The plugins that only open an HTTP page: health, ready, and prometheus' own.</summary>
internal static class PagePlugins
{
    /// <summary>"health [ADDRESS] { lameduck DURATION }": /health on :8080; unhealthy for that long before the server ends.</summary>
    public static void Health(Directive directive, PluginContext context)
    {
        foreach (var line in directive.Block)
        {
            if (line.Name != "lameduck")
            {
                throw line.Error($"Wrong argument count or unexpected line ending after '{line.Name}'");
            }

            var lameduck = line.Duration();
            context.Shared.Lameduck = lameduck > context.Shared.Lameduck && context.Environment.OpensHttpPorts ? lameduck : context.Shared.Lameduck;
        }

        Serve(directive, context, 8080, path => path == "/health" ? (context.Shared.IsLeaving ? HttpPage.Text(503, "lameduck") : HttpPage.Text(200, "OK")) : HttpPage.Text(404, "404 page not found\n"));
    }

    /// <summary>"ready [ADDRESS]": /ready on :8181.</summary>
    public static void Ready(Directive directive, PluginContext context) =>
        Serve(directive, context, 8181, path =>
        {
            var late = context.Shared.Readiness.Where(r => !r.Ready()).Select(r => r.Plugin).ToList();
            return path != "/ready" ? HttpPage.Text(404, "404 page not found\n")
                : context.Shared.IsLeaving ? HttpPage.Text(503, "lameduck")
                : late.Count == 0 ? HttpPage.Text(200, "OK") : HttpPage.Text(503, string.Join(',', late));
        });

    /// <summary>"prometheus [ADDRESS]": /metrics on localhost:9153.</summary>
    public static void Prometheus(Directive directive, PluginContext context) =>
        Serve(directive, context, 9153, path => path == "/metrics"
            ? new HttpPage(200, MetricsRegistry.ContentType, context.Environment.Metrics.Write())
            : HttpPage.Text(404, "404 page not found\n"));

    private static void Serve(Directive directive, PluginContext context, int port, Func<string, HttpPage> page)
    {
        var address = Address(directive, port);
        if (!context.Environment.OpensHttpPorts)
        {
            return;
        }

        context.Shared.Pages.TryAdd(address, (directive.Name, page));
    }

    private static IPEndPoint Address(Directive directive, int port)
    {
        if (directive.Arguments.IsEmpty)
        {
            return new IPEndPoint(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, port);
        }

        var text = directive.One();
        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? text : text[..colon];
        if (colon >= 0 && (!int.TryParse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture, out port) || port is < 0 or > 65535))
        {
            throw directive.Error($"invalid address '{text}'");
        }

        return host is "" ? new IPEndPoint(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, port)
            : host is "localhost" ? new IPEndPoint(IPAddress.Loopback, port)
            : IPAddress.TryParse(host.Trim('[', ']'), out var address) ? new IPEndPoint(address, port)
            : throw directive.Error($"invalid address '{text}'");
    }
}
