using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Base.Health;

namespace Cybernetes.ApiServer.SystemPaths;

/// <summary><c>/healthz</c>, <c>/livez</c> and <c>/readyz</c> with the checks that upstream names.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] _hooks =
    [
        "start-apiserver-admission-initializer", "generic-apiserver-start-informers", "priority-and-fairness-config-consumer", "priority-and-fairness-filter",
        "storage-object-count-tracker-hook", "start-apiextensions-informers", "start-apiextensions-controllers", "crd-informer-synced",
        "start-system-namespaces-controller", "peer-endpoint-reconciler-controller", "start-cluster-authentication-info-controller",
        "start-kube-apiserver-identity-lease-controller", "start-kube-apiserver-identity-lease-garbage-collector",
        "start-legacy-token-tracking-controller", "start-service-ip-repair-controllers", "rbac/bootstrap-roles",
        "scheduling/bootstrap-system-priority-classes", "priority-and-fairness-config-producer", "bootstrap-controller",
        "start-kubernetes-service-cidr-controller", "aggregator-reload-proxy-client-cert", "start-kube-aggregator-informers",
        "apiservice-status-local-available-controller", "apiservice-status-remote-available-controller", "apiservice-registration-controller",
        "apiservice-wait-for-first-sync", "apiservice-discovery-controller", "kube-apiserver-autoregistration",
    ];

    public static void AddTo(PathTable paths, ApiServerHost host)
    {
        var store = new HealthCheck("poststarthook/storage-readiness", async token =>
        {
            try
            {
                await host.Registry.Store.GetStatusAsync(token).ConfigureAwait(false);
                return null;
            }
            catch (Store.StoreException error)
            {
                return error.Message;
            }
        });
        HealthCheck following = HealthCheck.Of("informer-sync", () => host.Completion.IsCompleted ? "the store is not followed" : null);
        var hooks = _hooks.Select(hook => HealthCheck.Of($"poststarthook/{hook}", () => host.IsReady ? null : "not finished")).ToArray();
        HealthCheck[] tail =
        [
            HealthCheck.Of("autoregister-completion", () => null),
            HealthCheck.Of("poststarthook/apiservice-openapi-controller", () => null),
            HealthCheck.Of("poststarthook/apiservice-openapiv3-controller", () => null),
        ];
        var ok = HealthCheck.Of("log", () => null);
        var shutdown = HealthCheck.Of("shutdown", () => host.Stopping.IsCancellationRequested ? "process is shutting down" : null);
        Add(paths, "healthz", [HealthCheck.Ping, ok, store, .. hooks, .. tail]);
        Add(paths, "livez", [HealthCheck.Ping, ok, store, .. hooks, .. tail]);
        Add(paths, "readyz", [HealthCheck.Ping, ok, following, store, .. hooks, .. tail, shutdown]);
    }

    private static void Add(PathTable paths, string path, HealthCheck[] checks)
    {
        var all = new HealthChecks(path);
        all.Add(checks);
        paths.Add("/" + path, async (context, token) =>
        {
            var page = await all.CheckAllAsync(context.Query["verbose"] is not null, context.Query.Values("exclude"), token).ConfigureAwait(false);
            return SystemEndpoints.Plain(page.StatusCode, page.Text);
        });
        foreach (var name in all.Names)
        {
            paths.Add($"/{path}/{name}", async (_, token) =>
            {
                var page = (await all.CheckOneAsync(name, token).ConfigureAwait(false))!;
                return SystemEndpoints.Plain(page.StatusCode, page.Text);
            });
        }

        paths.AddBelow($"/{path}/", async (context, token) =>
        {
            var page = await all.CheckOneAsync(context.Path[(path.Length + 2)..], token).ConfigureAwait(false);
            return page is null ? SystemEndpoints.Plain(404, "404 page not found\n") : SystemEndpoints.Plain(page.StatusCode, page.Text);
        });
    }
}
