using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Api.SchedulingV1;
using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.Resources;
using Cybernetes.Client;
using Cybernetes.Store;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Bootstrap;

/// <summary>
/// Makes what a fresh server holds, and keeps the parts that must always be there: the system namespaces and the Service by which the cluster
/// reaches this server. Writes as the server itself, through the pipeline.
/// </summary>
public sealed partial class Bootstrapper(
    KubeClient client, ApiServerOptions options, ResourceTable resources, ServerLeases? others, Services.AddressRepair addresses, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(10);
    private static readonly string[] _namespaces = ["kube-system", "kube-public", "default", "kube-node-lease"];

    /// <summary>Makes everything once.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await NamespacesAsync(cancellationToken).ConfigureAwait(false);
        await EnsureAsync(new PriorityClass { Metadata = new() { Name = "system-cluster-critical" }, Value = 2_000_000_000, PreemptionPolicy = "PreemptLowerPriority", Description = "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary." }, cancellationToken).ConfigureAwait(false);
        await EnsureAsync(new PriorityClass { Metadata = new() { Name = "system-node-critical" }, Value = 2_000_001_000, PreemptionPolicy = "PreemptLowerPriority", Description = "Used for system critical pods that must not be moved from their current node." }, cancellationToken).ConfigureAwait(false);
        foreach (var level in FlowObjects.Levels())
        {
            await EnsureAsync(level, cancellationToken).ConfigureAwait(false);
        }

        foreach (var schema in FlowObjects.Schemas())
        {
            await EnsureAsync(schema, cancellationToken).ConfigureAwait(false);
            await StatusAsync(schema with { Status = schema.Status with { Conditions = schema.Status.Conditions.Update(each => each with { LastTransitionTime = Time.Now(time) }) } }, cancellationToken).ConfigureAwait(false);
        }

        foreach (var service in ApiServiceObjects.All(resources, time))
        {
            await EnsureAsync(service, cancellationToken).ConfigureAwait(false);
            await StatusAsync(service, cancellationToken).ConfigureAwait(false);
        }

        await ServiceNetworkAsync(cancellationToken).ConfigureAwait(false);
        await MasterServiceAsync(cancellationToken).ConfigureAwait(false);
        await TrustAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps what must always be there, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_period, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await NamespacesAsync(cancellationToken).ConfigureAwait(false);
                await MasterServiceAsync(cancellationToken).ConfigureAwait(false);
                await TrustAsync(cancellationToken).ConfigureAwait(false);
                await addresses.RunOnceAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (error is StoreException or IOException or ApiException)
            {
                // The store is away for a while; the next round finds it again.
                BootstrapLog.Later(logger, error.Message);
            }
        }
    }

    private async Task NamespacesAsync(CancellationToken cancellationToken)
    {
        foreach (var name in _namespaces)
        {
            await EnsureAsync(new Namespace { Metadata = new() { Name = name } }, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ServiceNetworkAsync(CancellationToken cancellationToken)
    {
        var range = new ServiceCIDR { Metadata = new() { Name = "kubernetes" }, Spec = new() { Cidrs = options.ServiceNetworks.Select(each => each.ToString()).ToValueList() } };
        await EnsureAsync(range, cancellationToken).ConfigureAwait(false);
        await StatusAsync(range with
        {
            Status = new() { Conditions = [new Condition { Type = "Ready", Status = "True", LastTransitionTime = Time.Now(time), Message = "Kubernetes default Service CIDR is ready" }] },
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The Service <c>kubernetes</c> and where it leads.</summary>
    private async Task MasterServiceAsync(CancellationToken cancellationToken)
    {
        var address = Services.ServiceRange.FirstAddress(options.ServiceNetworks[0]).ToString();
        await EnsureAsync(new Service
        {
            Metadata = new() { Name = "kubernetes", Namespace = "default", Labels = ValueMap.Of(("component", "apiserver"), ("provider", "kubernetes")) },
            Spec = new()
            {
                ClusterIP = address,
                ClusterIPs = [address],
                Type = "ClusterIP",
                SessionAffinity = "None",
                IpFamilies = [options.ServiceNetworks[0].BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? "IPv4" : "IPv6"],
                IpFamilyPolicy = "SingleStack",
                Ports = [new() { Name = "https", Port = 443, Protocol = "TCP", TargetPort = options.SecurePort }],
            },
        }, cancellationToken).ConfigureAwait(false);
        var here = ServerIdentity.AdvertiseAddress(options);

        // Upstream refuses loopback endpoints; a server that listens there alone serves only its own machine, and says so.
        if (!System.Net.IPAddress.IsLoopback(here))
        {
            var all = others is null ? [here] : await others.RenewAsync(here, cancellationToken).ConfigureAwait(false);
            await EndpointsAsync(all, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task EndpointsAsync(IReadOnlyList<System.Net.IPAddress> all, CancellationToken cancellationToken)
    {
        var endpoints = new Endpoints
        {
            Metadata = new() { Name = "kubernetes", Namespace = "default", Labels = ValueMap.Of(("endpointslice.kubernetes.io/skip-mirror", "true")) },
            Subsets = [new() { Addresses = [.. all.Select(each => new EndpointAddress { Ip = each.ToString() })], Ports = [new() { Name = "https", Port = options.SecurePort, Protocol = "TCP" }] }],
        };
        await EnsureAsync(endpoints, cancellationToken, (there, wanted) => there.Subsets == wanted.Subsets ? null : there with { Subsets = wanted.Subsets }).ConfigureAwait(false);
        var slice = new EndpointSlice
        {
            Metadata = new() { Name = "kubernetes", Namespace = "default", Labels = ValueMap.Of(("kubernetes.io/service-name", "kubernetes")) },
            AddressType = all[0].AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? "IPv4" : "IPv6",
            Endpoints = [.. all.Select(each => new Endpoint { Addresses = [each.ToString()], Conditions = new() { Ready = true } })],
            Ports = [new() { Name = "https", Port = options.SecurePort, Protocol = "TCP" }],
        };
        await EnsureAsync(slice, cancellationToken, (there, wanted) => there.Endpoints == wanted.Endpoints && there.Ports == wanted.Ports ? null : there with { Endpoints = wanted.Endpoints, Ports = wanted.Ports }).ConfigureAwait(false);
    }

    /// <summary>Makes an object that is not there; one that is there is brought up to date where <paramref name="update"/> says how.</summary>
    private async Task EnsureAsync<T>(T wanted, CancellationToken cancellationToken, Func<T, T, T?>? update = null)
        where T : class, IObject<T>
    {
        var there = await client.GetAsync<T>(wanted.Metadata.Namespace, wanted.Metadata.Name, cancellationToken).ConfigureAwait(false);
        var result = there.Ok
            ? update?.Invoke(there.Value, wanted) is { } changed ? await client.UpdateAsync(changed, cancellationToken: cancellationToken).ConfigureAwait(false) : there
            : await client.CreateAsync(wanted, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!result.Ok && !result.IsAlreadyExists && !result.IsConflict)
        {
            BootstrapLog.NotMade(logger, T.Info.Plural, wanted.Metadata.Name, result.Message);
        }
    }

    private async Task StatusAsync<T>(T wanted, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        var there = await client.GetAsync<T>(wanted.Metadata.Namespace, wanted.Metadata.Name, cancellationToken).ConfigureAwait(false);
        if (there.Ok && there.Value.Metadata.ManagedFields.All(each => each.Subresource != "status"))
        {
            await client.UpdateStatusAsync(wanted.With(there.Value.Metadata), cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }
}
