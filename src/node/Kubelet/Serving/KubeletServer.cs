using System.Net;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Serving;

/// <summary>The kubelet's HTTPS API on 10250, and its health page in plain HTTP.</summary>
internal sealed class KubeletServer(KubeletOptions options, KubeletAuth auth, KubeletApi api, TimeProvider time, ILoggerFactory logs) : IAsyncDisposable
{
    private WebApplication? _secure;
    private WebApplication? _health;

    /// <summary>The port it listens on.</summary>
    public int Port { get; private set; } = options.Port;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var certificate = Certificate();
        _ = certificate.Current;
        _secure = Build(
            kestrel => kestrel.Listen(IPAddress.Parse(options.Address), options.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(new HttpsConnectionAdapterOptions
                {
                    ServerCertificateSelector = (_, _) => certificate.Current,
                    ClientCertificateMode = ClientCertificateMode.AllowCertificate,

                    // Who is believed is decided per request; TLS proves only that the client has the key.
                    ClientCertificateValidation = (_, _, _) => true,
                });
            }),
            ServeAsync);
        await _secure.StartAsync(cancellationToken).ConfigureAwait(false);
        Port = _secure.Urls.Select(u => new Uri(u).Port).FirstOrDefault(options.Port);
        if (options.HealthzPort > 0)
        {
            _health = Build(kestrel => kestrel.Listen(IPAddress.Parse(options.HealthzBindAddress), options.HealthzPort), api.HealthzAsync);
            await _health.StartAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var application in (WebApplication?[])[_secure, _health])
        {
            if (application is not null)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
                await application.StopAsync(patience.Token).ConfigureAwait(false);
                await application.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task ServeAsync(HttpContext http)
    {
        if (await auth.CheckAsync(http, http.RequestAborted).ConfigureAwait(false) is var (status, text))
        {
            http.Response.StatusCode = status;
            await http.Response.WriteAsync(text, http.RequestAborted).ConfigureAwait(false);
            return;
        }

        await api.ServeAsync(http).ConfigureAwait(false);
    }

    private WebApplication Build(Action<KestrelServerOptions> listen, RequestDelegate serve)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(logs);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            listen(kestrel);
        });
        var application = builder.Build();
        ((IApplicationBuilder)application).Run(serve);
        return application;
    }

    /// <summary>The certificate that was given, or one of our own that is kept for the next start; it follows its files.</summary>
    private ReloadingFile<X509Certificate2> Certificate()
    {
        if (options.TlsCertFile.Length > 0)
        {
            return CertificateFiles.Watch(options.TlsCertFile, options.TlsPrivateKeyFile, time);
        }

        var certificatePath = Path.Combine(options.RootDirectory, "pki", "kubelet.crt");
        var keyPath = Path.Combine(options.RootDirectory, "pki", "kubelet.key");
        if (!File.Exists(certificatePath) || !File.Exists(keyPath))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(certificatePath)!);
            var authority = CertificateAuthority.Create($"{options.NodeName}-ca@{time.GetUtcNow().ToUnixTimeSeconds()}", time);
            List<IPAddress> addresses = [IPAddress.Loopback];
            if (IPAddress.TryParse(options.NodeIp, out var own))
            {
                addresses.Add(own);
            }

            authority.Issue(new($"{options.NodeName}@{time.GetUtcNow().ToUnixTimeSeconds()}") { DnsNames = [options.NodeName], IpAddresses = addresses, Purpose = KeyPurpose.Server })
                .WriteTo(certificatePath, keyPath);
        }

        return CertificateFiles.Watch(certificatePath, keyPath, time);
    }
}
