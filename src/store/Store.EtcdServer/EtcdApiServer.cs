using System.Net;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Store.EtcdServer.Authority;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Store.EtcdServer;

/// <summary>
/// Serves a store by etcd's v3 API, so that <c>etcdctl</c> and other servers work on a cluster that has no etcd: KV, Watch, Lease, Maintenance and the
/// member list. One member, which leads.
/// </summary>
public sealed class EtcdApiServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private EtcdApiServer(WebApplication application, IReadOnlyList<string> urls)
    {
        _application = application;
        Urls = urls;
    }

    /// <summary>Where it listens, with the ports it got; clients can use them as they are.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary>Starts to serve. The store stays its owner's.</summary>
    /// <exception cref="StoreException">An address cannot be used; the message says why.</exception>
    public static async Task<EtcdApiServer> StartAsync(IStore store, EtcdServerOptions options, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var url in options.ListenUrls)
            {
                Listen(kestrel, url, options);
            }
        });
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = null;
            grpc.MaxSendMessageSize = null;
            grpc.Interceptors.Add<ErrorInterceptor>();
        });
        var member = new Member(store, options.Name);
        builder.Services.AddSingleton(store).AddSingleton(member).AddSingleton<ErrorInterceptor>()
            .AddSingleton<KvService>().AddSingleton<WatchService>().AddSingleton<LeaseService>()
            .AddSingleton<MaintenanceService>().AddSingleton<ClusterService>();
        var application = builder.Build();
        application.MapGrpcService<KvService>();
        application.MapGrpcService<WatchService>();
        application.MapGrpcService<LeaseService>();
        application.MapGrpcService<MaintenanceService>();
        application.MapGrpcService<ClusterService>();
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw new StoreException(StoreError.Unavailable, error.Message, error);
        }
        foreach (var socket in options.ListenUrls.Where(IsSocket).Select(SocketPath))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        member.Urls = [.. addresses.Select(Shown)];
        return new EtcdApiServer(application, member.Urls);
    }

    /// <summary>Stops; running calls end.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(now.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static bool IsSocket(string url) => url.StartsWith("unix://", StringComparison.Ordinal);

    private static string SocketPath(string url) => url["unix://".Length..];

    /// <summary>Kestrel writes a socket as http://unix:/path.</summary>
    private static string Shown(string address) =>
        address.StartsWith("http://unix:", StringComparison.Ordinal) ? "unix://" + address["http://unix:".Length..] : address;

    private static void Listen(KestrelServerOptions kestrel, string url, EtcdServerOptions options)
    {
        if (IsSocket(url))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(SocketPath(url)))!);
            File.Delete(SocketPath(url));
            kestrel.ListenUnixSocket(SocketPath(url), listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.RepairAuthority();
            });
            return;
        }
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw Bad(url, "give unix:///path or https://host:port");
        }
        var address = uri.Host == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var parsed) ? parsed
            : throw Bad(url, "the host must be an IP address");
        if (uri.Scheme == "http" && !IPAddress.IsLoopback(address))
        {
            throw Bad(url, "without TLS only a loopback address is served");
        }
        kestrel.Listen(address, uri.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (uri.Scheme == "https")
            {
                listen.UseHttps(https => Configure(https, url, options));
            }
            listen.RepairAuthority();
        });
    }

    private static void Configure(HttpsConnectionAdapterOptions https, string url, EtcdServerOptions options)
    {
        https.ServerCertificate = X509Certificate2.CreateFromPemFile(
            options.CertFile ?? throw Bad(url, "https needs a certificate"), options.KeyFile);
        if (options.ClientCaFile is null)
        {
            return;
        }
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(options.ClientCaFile);
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.ClientCertificateValidation = (certificate, _, _) =>
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
            return chain.Build(certificate);
        };
    }

    private static StoreException Bad(string url, string why) => new(StoreError.Invalid, $"cannot serve etcd's API at {url}: {why}");
}
