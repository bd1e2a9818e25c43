using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Base.Health;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Proxy.Host;

/// <summary>
/// The health check node ports of load balancer Services with externalTrafficPolicy Local: 200 while this node has an endpoint
/// of the Service, 503 otherwise.
/// </summary>
internal sealed class HealthCheckNodePorts(ILogger logger) : IAsyncDisposable
{
    private readonly Dictionary<string, Check> _checks = [];

    /// <summary>Opens, updates or closes the port of a Service.</summary>
    public void Put(string key, Service? service, IReadOnlyCollection<EndpointSlice> slices, string node)
    {
        var port = service is { Spec: { Type: "LoadBalancer", ExternalTrafficPolicy: "Local" } } ? service.Spec.HealthCheckNodePort : 0;
        if (_checks.TryGetValue(key, out var check) && check.Port != port)
        {
            check.Stop.Cancel();
            _checks.Remove(key);
            check = null;
        }

        if (port == 0)
        {
            return;
        }

        var local = slices.SelectMany(s => s.Endpoints).Where(e => e.NodeName == node && (e.Conditions.Ready ?? true)).SelectMany(e => e.Addresses).Distinct().Count();
        if (check is null)
        {
            _checks[key] = check = new Check(port);
            check.Running = RunAsync(key, check);
        }

        check.Local = local;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var check in _checks.Values)
        {
            await check.Stop.CancelAsync();
            await check.Running;
        }
    }

    private async Task RunAsync(string key, Check check)
    {
        var (ns, name) = key.Split('/') is [var first, var second] ? (first, second) : ("", key);
        var address = new IPEndPoint(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, check.Port);
        try
        {
            await HttpPages.RunAsync(address, _ => Page(ns, name, check.Local), check.Stop.Token);
        }
        catch (SocketException e)
        {
            ProxyLog.CannotServe(logger, "health check of " + key, address.ToString(), e.Message);
        }
    }

    private static HttpPage Page(string ns, string name, int local) => new(local > 0 ? 200 : 503, "application/json",
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{{\n\t\"service\": {{\n\t\t\"namespace\": \"{ns}\",\n\t\t\"name\": \"{name}\"\n\t}},\n\t\"localEndpoints\": {local},\n\t\"serviceProxyHealthy\": true\n}}")));

    private sealed class Check(int port)
    {
        public int Port { get; } = port;

        public int Local { get; set; }

        public CancellationTokenSource Stop { get; } = new();

        public Task Running { get; set; } = Task.CompletedTask;
    }
}
