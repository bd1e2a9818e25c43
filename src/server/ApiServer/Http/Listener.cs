using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Http;

/// <summary>Kestrel on one address: TLS with optional client certificates, HTTP/2 and HTTP/1.1.</summary>
public sealed class Listener : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Listener(WebApplication application) => _application = application;

    /// <summary>Listens and serves until disposed.</summary>
    public static async Task<Listener> StartAsync(IPAddress address, int port, Func<X509Certificate2> certificate, Func<HttpFrontend?> frontend, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(logs);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = 1024 * 1024;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(3);
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Limits.Http2.InitialConnectionWindowSize = 1024 * 1024;
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
            kestrel.AllowSynchronousIO = false;
            kestrel.Listen(address, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(new HttpsConnectionAdapterOptions
                {
                    ServerCertificateSelector = (_, _) => certificate(),
                    SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                    ClientCertificateMode = ClientCertificateMode.AllowCertificate,

                    // Authentication decides whom to believe; TLS only has to prove that the client has the key.
                    ClientCertificateValidation = (_, _, _) => true,
                    HandshakeTimeout = TimeSpan.FromSeconds(10),
                });
            });
        });
        var application = builder.Build();
        IApplicationBuilder pipeline = application;
        pipeline.Run(async http =>
        {
            if (frontend() is { } ready)
            {
                await ready.ServeAsync(http).ConfigureAwait(false);
            }
            else
            {
                http.Response.StatusCode = 503;
                http.Response.Headers.RetryAfter = "1";
            }
        });
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        return new Listener(application);
    }

    /// <summary>Stops: no new connections, requests in flight are given until the token is cancelled.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _application.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
