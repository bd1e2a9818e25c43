using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Audit;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Bootstrap;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Catalog;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Connect;
using Cybernetes.ApiServer.Discovery;
using Cybernetes.ApiServer.Encryption;
using Cybernetes.ApiServer.Http;
using Cybernetes.ApiServer.InProcess;
using Cybernetes.ApiServer.Metrics;
using Cybernetes.ApiServer.OpenApi;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Reviews;
using Cybernetes.ApiServer.Services;
using Cybernetes.ApiServer.Subresources;
using Cybernetes.ApiServer.SystemPaths;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Command;

/// <summary>
/// Puts a server together: (1) storages and caches, (2) guards, (3) what is special to some resources, (4) the table, (5) paths, (6) the pipeline,
/// (7) what a fresh server holds.
/// </summary>
internal sealed class ServerParts(ApiServerHost host, ILoggerFactory logs, TimeProvider time)
{
    /// <summary>Where HTTP enters, when all is ready.</summary>
    public HttpFrontend? Frontend { get; private set; }

    public async Task BuildAsync(CancellationToken cancellationToken)
    {
        // 1
        var options = host.Options;
        var logger = logs.CreateLogger("Cybernetes.ApiServer");
        var encryption = options.EncryptionConfigFile.Length > 0 ? EncryptionAtRest.Load(options.EncryptionConfigFile, options.ReloadEncryption, time, logger) : null;
        var auditor = Auditor.Create(options.Audit, time);
        var catalog = new ResourceCatalog(options.RuntimeConfig, encryption is null ? null : encryption.For, options.EventTtl);
        var storages = catalog.Storages();
        var replica = new Replica(host.Store, storages, logger);
        await replica.LoadAsync(cancellationToken).ConfigureAwait(false);
        host.Follow(replica);
        var newest = (await host.Store.GetAsync(Replica.Root, cancellationToken: cancellationToken).ConfigureAwait(false)).Revision;
        await replica.WaitAsync(newest, cancellationToken).ConfigureAwait(false);

        // 2
        var cluster = new CachedCluster(host.Store, storages);
        var guards = Guards.Make(host, cluster, time);
        var registry = new RegistryServices(host.Store, replica, guards.Admission, time);

        // 3
        var special = new SpecialResources();
        ReviewResources.AddTo(special, guards.Access, guards.Identity, time);
        special.Hook(new GroupResource("", "services"), HooksOfServices(catalog, cluster));
        SpecialSubresources.AddTo(special, registry, cluster, guards.TokenIssuer, host);
        ConnectResources.AddTo(special, registry, cluster, new BackendClient(() => host.Identity.KubeletClient));

        // 4
        host.Resources.Add([.. catalog.Serve(registry, special, host.Stopping)]);

        // 5
        var paths = new PathTable();
        new DiscoveryEndpoints(host.Resources).AddTo(paths);
        SystemEndpoints.AddTo(paths, host);
        GuardEndpoints.AddTo(paths, guards.Flow);
        var metrics = new MetricsRegistry();
        ServerMetrics.Declare(metrics, storages);
        ServerMetrics.AddTo(paths, metrics);
        guards.Flow?.Report(metrics);
        OpenApiEndpoints.AddTo(paths, host.Resources);

        // 6
        var pipeline = new RequestPipeline(new Router(host.Resources, paths), guards.Authenticator, guards.Impersonator, guards.Authorizer, auditor, new RequestMetrics(metrics), options.RequestTimeout, logger, guards.Flow);
        host.Assemble(pipeline, registry);
        host.Own(encryption, auditor);

        // 7
        await new Authorization.Bootstrap.RbacBootstrapper(cluster, cluster).RunAsync(cancellationToken).ConfigureAwait(false);
        var self = new KubeClient(new InProcessTransport(pipeline, UserInfo.ApiServer, "kube-apiserver", time), new KubeClientOptions { Qps = 0 });
        var bootstrap = new Bootstrapper(
            self, options, host.Resources, options.SharesStore ? new ServerLeases(host.Store) : null, new AddressRepair(cluster, self, time), time, logger);
        await bootstrap.RunOnceAsync(cancellationToken).ConfigureAwait(false);
        host.Keep(bootstrap);
        Frontend = new HttpFrontend(pipeline, new ResponseWriter(), time);
    }

    private ServiceHooks HooksOfServices(ResourceCatalog catalog, CachedCluster cluster)
    {
        var families = new AddressFamilies(host.Options.ServiceNetworks);
        var networks = new ServiceNetworks(cluster, families);
        var addresses = new AddressAllocator(cluster, cluster, host.Store, catalog.StorageOf(new GroupResource("networking.k8s.io", "ipaddresses")), networks);
        return new ServiceHooks(families, networks, addresses, new NodePortAllocator(cluster, host.Options.NodePorts.First, host.Options.NodePorts.Last));
    }
}
