using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Bootstrap;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Catalog;
using Cybernetes.ApiServer.Discovery;
using Cybernetes.ApiServer.Http;
using Cybernetes.ApiServer.InProcess;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;
using Cybernetes.Client.Transport;
using Cybernetes.Store;
using Cybernetes.Store.EtcdServer;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Command;

/// <summary>
/// A running API server, for a process that has one. Started: the caches hold the store, the port is open, the bootstrap objects are there.
/// Disposed: watches have ended, requests in flight are answered, the store is closed.
/// </summary>
public sealed class ApiServerHost : IAsyncDisposable
{
    private static readonly TimeSpan _certificatePeriod = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly IStore _store;
    private readonly ILogger _logger;
    private Listener? _listener;
    private Task _replica = Task.CompletedTask;
    private Task _bootstrap = Task.CompletedTask;
    private Task _certificates = Task.CompletedTask;
    private IDisposable? _encryption;
    private IAsyncDisposable? _auditor;
    private EtcdApiServer? _etcd;

    private ApiServerHost(ApiServerOptions options, IStore store, ServerIdentity identity, ILogger logger)
    {
        Options = options;
        Identity = identity;
        _store = store;
        _logger = logger;
    }

    /// <summary>How it is set up.</summary>
    public ApiServerOptions Options { get; }

    /// <summary>Its keys and certificates.</summary>
    public ServerIdentity Identity { get; }

    /// <summary>What it serves.</summary>
    public ResourceTable Resources { get; } = new();

    /// <summary>The way of every request.</summary>
    public RequestPipeline Pipeline { get; private set; } = null!;

    /// <summary>The store, the caches and the clock.</summary>
    public RegistryServices Registry { get; private set; } = null!;

    /// <summary>Whether everything that is done once at the start is done.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Cancelled when the server begins to stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Starts a server on a store, which it owns from then on.</summary>
    public static async Task<ApiServerHost> StartAsync(ApiServerOptions options, IStore store, ILoggerFactory logs, TimeProvider time, CancellationToken cancellationToken)
    {
        var identity = ServerIdentity.Prepare(options, options.SecurePort, time);
        var host = new ApiServerHost(options, store, identity, logs.CreateLogger("Cybernetes.ApiServer"));
        if (options.ServeEtcd is { } etcd)
        {
            host._etcd = await EtcdApiServer.StartAsync(store, etcd, cancellationToken).ConfigureAwait(false);
            HostLog.ServingEtcd(host._logger, string.Join(", ", host._etcd.Urls));
        }

        var parts = new ServerParts(host, logs, time);
        await parts.BuildAsync(cancellationToken).ConfigureAwait(false);
        host._listener = await Listener.StartAsync(options.BindAddress, options.SecurePort, () => identity.Serving, () => parts.Frontend, logs, cancellationToken).ConfigureAwait(false);
        host.IsReady = true;
        host._certificates = host.KeepCertificatesAsync(time);
        HostLog.Serving(host._logger, options.BindAddress.ToString(), options.SecurePort);
        return host;
    }

    /// <summary>Follows the store; ends with the server.</summary>
    internal void Follow(Replica replica) => _replica = FollowAsync(replica);

    /// <summary>Keeps the server's own objects; ends with the server.</summary>
    internal void Keep(Bootstrapper bootstrap) => _bootstrap = bootstrap.RunAsync(_stopping.Token);

    internal IStore Store => _store;

    internal void Assemble(RequestPipeline pipeline, RegistryServices registry) => (Pipeline, Registry) = (pipeline, registry);

    /// <summary>Things to dispose of with the server.</summary>
    internal void Own(IDisposable? encryption, IAsyncDisposable? auditor) => (_encryption, _auditor) = (encryption, auditor);

    /// <summary>Completes when following the store fails, which the server cannot outlive, or when it stops.</summary>
    public Task Completion => _replica;

    /// <summary>The way to this server for components of its process, as a user.</summary>
    public IApiTransport TransportAs(UserInfo user, string userAgent) => new InProcessTransport(Pipeline, user, userAgent, Registry.Time);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_listener is not null)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await _listener.StopAsync(limit.Token).ConfigureAwait(false);
            await _listener.DisposeAsync().ConfigureAwait(false);
        }

        if (_etcd is not null)
        {
            await _etcd.DisposeAsync().ConfigureAwait(false);
        }

        await _certificates.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _bootstrap.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _replica.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _encryption?.Dispose();
        if (_auditor is not null)
        {
            await _auditor.DisposeAsync().ConfigureAwait(false);
        }

        await _store.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task KeepCertificatesAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(_certificatePeriod, time);
        while (await timer.WaitForNextTickAsync(_stopping.Token).ConfigureAwait(false))
        {
            try
            {
                foreach (var done in Identity.Keep())
                {
                    HostLog.Certificates(_logger, done);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
            {
                HostLog.CertificatesFailed(_logger, error);
            }
        }
    }

    private async Task FollowAsync(Replica replica)
    {
        try
        {
            await replica.RunAsync(_stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            HostLog.LostStore(_logger, error);
            throw;
        }
    }
}
