using System.Net;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Base.Health;
using Cybernetes.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Serving;

/// <summary>Serves a component's pages over HTTPS to whom the API server would let in.</summary>
public sealed class SecureServer(SecureServingOptions options, DelegatedAuth auth, ComponentPages pages, ILoggerFactory loggers, TimeProvider time) : IAsyncDisposable
{
    private WebApplication? _application;

    /// <summary>The port it listens on.</summary>
    public int Port { get; private set; }

    /// <summary>Begins to serve. Throws <see cref="IOException"/> where the port is taken or the certificate cannot be read.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var certificate = Certificate();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggers);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            var address = options.BindAddress.Equals(IPAddress.Any) ? IPAddress.IPv6Any : options.BindAddress;
            kestrel.Listen(address, options.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(new HttpsConnectionAdapterOptions
                {
                    ServerCertificate = certificate,
                    ClientCertificateMode = ClientCertificateMode.AllowCertificate,

                    // Who is believed is decided per request; TLS proves only that the client has the key.
                    ClientCertificateValidation = (_, _, _) => true,
                });
            });
        });
        _application = builder.Build();
        ((IApplicationBuilder)_application).Run(ServeAsync);
        await _application.StartAsync(cancellationToken).ConfigureAwait(false);
        Port = _application.Urls.Select(url => new Uri(url).Port).FirstOrDefault(options.Port);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await _application.StopAsync(patience.Token).ConfigureAwait(false);
            await _application.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(HttpContext http)
    {
        var page = await AnswerAsync(http).ConfigureAwait(false);
        http.Response.StatusCode = page.Status;
        http.Response.ContentType = page.ContentType;
        http.Response.Headers["X-Content-Type-Options"] = "nosniff";
        http.Response.ContentLength = page.Body.Length;
        if (http.Request.Method != "HEAD")
        {
            await http.Response.Body.WriteAsync(page.Body, http.RequestAborted).ConfigureAwait(false);
        }
    }

    private async ValueTask<HttpPage> AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        try
        {
            var user = await auth.AuthenticateAsync(http.Connection.ClientCertificate, http.Request.Headers.Authorization.ToString(), http.RequestAborted).ConfigureAwait(false);
            if (user is null)
            {
                return ComponentPages.Refusal(401, "Unauthorized", "Unauthorized");
            }

            var verb = http.Request.Method.ToLowerInvariant();
            if (!await auth.AuthorizeAsync(user, verb, path, http.RequestAborted).ConfigureAwait(false))
            {
                return ComponentPages.Refusal(403, "Forbidden", $"forbidden: User \"{user.Username}\" cannot {verb} path \"{path}\"");
            }

            return await pages.GetAsync(path, key => [.. http.Request.Query[key].Select(value => value ?? "")], http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return ComponentPages.Refusal(500, "InternalError", $"Internal Server Error: \"{path}\": {e.Message}");
        }
    }

    // The pair of the flags; or the one of the directory, made at the first start; or one that lives as long as the process.
    private X509Certificate2 Certificate()
    {
        if (options.CertificateFile.Length > 0)
        {
            return CertificateFiles.LoadPair(options.CertificateFile, options.KeyFile);
        }

        var directory = options.CertificateDirectory.Length > 0 ? options.CertificateDirectory : Directory.CreateTempSubdirectory(options.Component).FullName;
        var (certificatePath, keyPath) = (Path.Combine(directory, options.Component + ".crt"), Path.Combine(directory, options.Component + ".key"));
        try
        {
            if (!File.Exists(certificatePath) || !File.Exists(keyPath))
            {
                Directory.CreateDirectory(directory);
                CertificateAuthority.Create($"{options.Component}-ca@{time.GetUtcNow().ToUnixTimeSeconds()}", time)
                    .Issue(new CertificateTemplate("localhost") { DnsNames = ["localhost"], IpAddresses = [IPAddress.Loopback], Purpose = KeyPurpose.Server })
                    .WriteTo(certificatePath, keyPath);
            }

            return CertificateFiles.LoadPair(certificatePath, keyPath);
        }
        finally
        {
            if (options.CertificateDirectory.Length == 0)
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }
}
