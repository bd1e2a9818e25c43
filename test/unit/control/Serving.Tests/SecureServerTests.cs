using System.Net;
using System.Net.Http.Headers;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Health;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Value = Cybernetes.Api.Machinery.Value;

namespace Cybernetes.Serving.Tests;

public sealed class SecureServerTests : IAsyncDisposable
{
    private readonly ReviewingServer _reviewer = new();
    private readonly SecureServer _server;
    private readonly HttpClient _http = new(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } });

    public SecureServerTests()
    {
        var options = new SecureServingOptions("component") { BindAddress = IPAddress.Loopback };
        var health = new HealthChecks("healthz");
        health.Add(HealthCheck.Ping);
        var metrics = new MetricsRegistry();
        metrics.Counter("things_total", "Things.", Stability.Alpha).Inc();
        _server = new SecureServer(
            options, new DelegatedAuth(options, new KubeClient(_reviewer)), new ComponentPages([health], metrics, () => Value.MapOf(("a", "b"))), NullLoggerFactory.Instance, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task HealthIsForEveryoneAndTheRestForWhomTheApiServerLetsIn()
    {
        await _server.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal((200, "ok"), await GetAsync("/healthz"));
        Assert.Equal((200, "[+]ping ok\nhealthz check passed\n"), await GetAsync("/healthz?verbose"));
        var (code, text) = await GetAsync("/metrics");
        Assert.Equal(403, code);
        Assert.Contains("forbidden: User \\\"system:anonymous\\\" cannot get path \\\"/metrics\\\"", text, StringComparison.Ordinal);
        Assert.Equal(401, (await GetAsync("/metrics", "bad")).Code);
        Assert.Equal(403, (await GetAsync("/configz", ReviewingServer.Token)).Code);
        (code, text) = await GetAsync("/metrics", ReviewingServer.Token);
        Assert.Equal(200, code);
        Assert.Contains("things_total 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerOfTheApiServerIsKeptForAWhile()
    {
        await _server.StartAsync(TestContext.Current.CancellationToken);
        await GetAsync("/metrics", ReviewingServer.Token);
        var asked = _reviewer.Reviews;

        Assert.Equal(200, (await GetAsync("/metrics", ReviewingServer.Token)).Code);
        Assert.Equal(asked, _reviewer.Reviews);
    }

    private async Task<(int Code, string Text)> GetAsync(string path, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://localhost:{_server.Port}{path}");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
