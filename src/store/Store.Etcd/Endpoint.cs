using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;

namespace Cybernetes.Store.Etcd;

/// <summary>One member, with its connection, which opens itself when it is first used and again when it was lost.</summary>
internal sealed class Endpoint : IDisposable
{
    private readonly GrpcChannel _channel;

    public Endpoint(string url, EtcdOptions options)
    {
        Url = url;
        var (address, socket) = Parse(url, options.CaFile is not null || options.CertFile is not null);
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = options.ConnectTimeout,
            KeepAlivePingDelay = options.KeepAliveTime,
            KeepAlivePingTimeout = options.KeepAliveTimeout,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseProxy = false,
            SslOptions = Tls(options),
        };
        if (socket is not null)
        {
            handler.ConnectCallback = (_, token) => ConnectAsync(socket, token);
        }
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = null,
            MaxSendMessageSize = null,
        });
        var invoker = _channel.CreateCallInvoker();
        Kv = new Protocol.KV.KVClient(invoker);
        Watch = new Protocol.Watch.WatchClient(invoker);
        Lease = new Protocol.Lease.LeaseClient(invoker);
        Maintenance = new Protocol.Maintenance.MaintenanceClient(invoker);
    }

    public string Url { get; }

    public Protocol.KV.KVClient Kv { get; }

    public Protocol.Watch.WatchClient Watch { get; }

    public Protocol.Lease.LeaseClient Lease { get; }

    public Protocol.Maintenance.MaintenanceClient Maintenance { get; }

    /// <summary>The address to call and, for a Unix socket, its path.</summary>
    internal static (Uri Address, string? Socket) Parse(string url, bool tls)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return (new Uri($"{(tls ? "https" : "http")}://{url}"), null);
        }
        var rest = url[(scheme + 3)..];
        return url[..scheme] switch
        {
            "unix" => (new Uri("http://localhost"), rest),
            "unixs" => (new Uri("https://localhost"), rest),
            "http" or "https" => (new Uri(url), null),
            _ => throw new StoreException(StoreError.Invalid, $"etcd endpoint {url}: unknown scheme"),
        };
    }

    public void Dispose() => _channel.Dispose();

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken token)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static SslClientAuthenticationOptions Tls(EtcdOptions options)
    {
        var tls = new SslClientAuthenticationOptions();
        if (options.CaFile is { } ca)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(ca);
            tls.CertificateChainPolicy = policy;
        }
        if (options.CertFile is { } certificate)
        {
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => X509Certificate2.CreateFromPemFile(certificate, options.KeyFile);
        }
        return tls;
    }
}
