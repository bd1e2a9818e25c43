using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Catalog;
using Cybernetes.ApiServer.Discovery;
using Cybernetes.ApiServer.Http;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.SystemPaths;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Command;

/// <summary>
/// Puts a server together: (1) storages and caches, (2) guards, (3) what is special to some resources, (4) the table, (5) paths, (6) the pipeline.
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
        var catalog = new ResourceCatalog(options.RuntimeConfig, eventTtl: options.EventTtl);
        var replica = new Replica(host.Store, catalog.Storages(), logger);
        await replica.LoadAsync(cancellationToken).ConfigureAwait(false);
        host.Follow(replica);

        // 2
        var guards = Guards.Make(host, time);
        var registry = new RegistryServices(host.Store, replica, guards.Admission, time);

        // 3
        var special = new SpecialResources();

        // 4
        host.Resources.Add([.. catalog.Serve(registry, special, host.Stopping)]);

        // 5
        var paths = new PathTable();
        new DiscoveryEndpoints(host.Resources).AddTo(paths);
        SystemEndpoints.AddTo(paths, host);

        // 6
        var pipeline = new RequestPipeline(new Router(host.Resources, paths), guards.Authenticator, guards.Authorizer, logger);
        host.Assemble(pipeline, registry);
        Frontend = new HttpFrontend(pipeline, new ResponseWriter(), time);
    }
}
