using System.Net;
using System.Net.Sockets;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.RbacV1;
using Cybernetes.Client;

namespace Cybernetes.Dns.Hosting;

/// <summary>
/// The objects by which a cluster finds its DNS server: Service kube-dns and ConfigMap coredns in kube-system, as kubeadm makes them.
/// For a server that runs in a process on the node there are no pods to select: the Service has no selector, and an EndpointSlice
/// of our own points to the node's address and the port the server has there. Pods, and the node itself, reach it through the proxy.
/// </summary>
public static class ClusterDns
{
    private const string Namespace = "kube-system";
    private const string ServiceName = "kube-dns";
    private const string Account = "coredns";
    private const string RoleName = "system:coredns";

    /// <summary>The name the DNS server has for the API server.</summary>
    public const string UserName = $"system:serviceaccount:{Namespace}:{Account}";

    /// <summary>kubeadm's Corefile for a cluster domain.</summary>
    public static string DefaultCorefile(string domain = "cluster.local") => $$"""
        .:53 {
            errors
            health {
               lameduck 5s
            }
            ready
            kubernetes {{domain}} in-addr.arpa ip6.arpa {
               pods insecure
               fallthrough in-addr.arpa ip6.arpa
               ttl 30
            }
            prometheus :9153
            forward . /etc/resolv.conf {
               max_concurrent 1000
            }
            cache 30 {
               disable success {{domain}}
               disable denial {{domain}}
            }
            loop
            reload
            loadbalance
        }

        """;

    /// <summary>ConfigMap kube-system/coredns.</summary>
    public static ConfigMap ConfigMap(string corefile) => new()
    {
        Metadata = new ObjectMeta { Namespace = Namespace, Name = "coredns" },
        Data = ValueMap.Of(("Corefile", corefile)),
    };

    /// <summary>Service kube-system/kube-dns with the cluster address given; without a selector when the server is no pod.</summary>
    public static Service Service(IPAddress clusterAddress, bool selectsPods) => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = Namespace,
            Name = ServiceName,
            Labels = ValueMap.Of(("k8s-app", ServiceName), ("kubernetes.io/cluster-service", "true"), ("kubernetes.io/name", "CoreDNS")),
            Annotations = ValueMap.Of(("prometheus.io/port", "9153"), ("prometheus.io/scrape", "true")),
        },
        Spec = new ServiceSpec
        {
            ClusterIP = clusterAddress.ToString(),
            ClusterIPs = [clusterAddress.ToString()],
            Selector = selectsPods ? ValueMap.Of(("k8s-app", ServiceName)) : default,
            Type = "ClusterIP",
            Ports =
            [
                new ServicePort { Name = "dns", Protocol = "UDP", Port = 53, TargetPort = 53 },
                new ServicePort { Name = "dns-tcp", Protocol = "TCP", Port = 53, TargetPort = 53 },
                new ServicePort { Name = "metrics", Protocol = "TCP", Port = 9153, TargetPort = 9153 },
            ],
        },
    };

    /// <summary>The EndpointSlice that leads the Service to a server on this node.</summary>
    public static EndpointSlice EndpointSlice(IPAddress nodeAddress, string nodeName, int port) => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = Namespace,
            Name = $"{ServiceName}-{nodeName}",
            Labels = ValueMap.Of(("endpointslice.kubernetes.io/managed-by", "c8s"), ("kubernetes.io/service-name", ServiceName)),
        },
        AddressType = nodeAddress.AddressFamily == AddressFamily.InterNetwork ? "IPv4" : "IPv6",
        Endpoints = [new Endpoint { Addresses = [nodeAddress.ToString()], NodeName = nodeName, Conditions = new EndpointConditions { Ready = true, Serving = true, Terminating = false } }],
        Ports =
        [
            new Cybernetes.Api.DiscoveryV1.EndpointPort { Name = "dns", Protocol = "UDP", Port = port },
            new Cybernetes.Api.DiscoveryV1.EndpointPort { Name = "dns-tcp", Protocol = "TCP", Port = port },
        ],
    };

    /// <summary>
    /// Makes what is missing and leaves what is there (a user's Corefile above all), but for the EndpointSlice, which follows the node.
    /// Throws <see cref="ApiException"/> when the server refuses.
    /// </summary>
    public static async Task EnsureAsync(KubeClient client, IPAddress clusterAddress, IPAddress nodeAddress, string nodeName, int port,
        string domain = "cluster.local", CancellationToken cancellationToken = default)
    {
        await EnsureAccountAsync(client, cancellationToken);
        await CreateAsync(client, ConfigMap(DefaultCorefile(domain)), cancellationToken);
        await CreateAsync(client, Service(clusterAddress, selectsPods: false), cancellationToken);
        var slice = EndpointSlice(nodeAddress, nodeName, port);
        var there = (await client.GetAsync<EndpointSlice>(slice.Metadata.Namespace, slice.Metadata.Name, cancellationToken)).OrNull();
        if (there is null)
        {
            await CreateAsync(client, slice, cancellationToken);
        }
        else if (there.Endpoints != slice.Endpoints || there.Ports != slice.Ports)
        {
            var update = there with { Endpoints = slice.Endpoints, Ports = slice.Ports };
            (await client.UpdateAsync(update, cancellationToken: cancellationToken)).OrThrow();
        }
    }

    /// <summary>The server's ServiceAccount with kubeadm's role, and leave to read its own ConfigMap, which a pod would have mounted.</summary>
    private static async Task EnsureAccountAsync(KubeClient client, CancellationToken cancellationToken)
    {
        var account = new Subject { Kind = "ServiceAccount", Namespace = Namespace, Name = Account };
        await CreateAsync(client, new ServiceAccount { Metadata = Named(Namespace, Account) }, cancellationToken);
        await CreateAsync(client, new ClusterRole
        {
            Metadata = Named("", RoleName),
            Rules =
            [
                new PolicyRule { ApiGroups = [""], Resources = ["endpoints", "services", "pods", "namespaces"], Verbs = ["list", "watch"] },
                new PolicyRule { ApiGroups = [""], Resources = ["nodes"], Verbs = ["get"] },
                new PolicyRule { ApiGroups = ["discovery.k8s.io"], Resources = ["endpointslices"], Verbs = ["list", "watch"] },
            ],
        }, cancellationToken);
        await CreateAsync(client, new ClusterRoleBinding { Metadata = Named("", RoleName), RoleRef = RoleRef("ClusterRole", RoleName), Subjects = [account] }, cancellationToken);
        await CreateAsync(client, new Role
        {
            Metadata = Named(Namespace, Account),
            Rules = [new PolicyRule { ApiGroups = [""], Resources = ["configmaps"], ResourceNames = ["coredns"], Verbs = ["get", "list", "watch"] }],
        }, cancellationToken);
        await CreateAsync(client, new RoleBinding { Metadata = Named(Namespace, Account), RoleRef = RoleRef("Role", Account), Subjects = [account] }, cancellationToken);
    }

    private static RoleRef RoleRef(string kind, string name) => new() { ApiGroup = "rbac.authorization.k8s.io", Kind = kind, Name = name };

    private static ObjectMeta Named(string @namespace, string name) => new() { Namespace = @namespace, Name = name };

    private static async Task CreateAsync<T>(KubeClient client, T value, CancellationToken cancellationToken)
        where T : class, Cybernetes.Api.IObject<T>
    {
        // Looked up first: creating a Service anew is refused for its address before it is for its name.
        if ((await client.GetAsync<T>(value.Metadata.Namespace, value.Metadata.Name, cancellationToken)).OrNull() is not null)
        {
            return;
        }

        var result = await client.CreateAsync(value, cancellationToken: cancellationToken);
        if (!result.IsAlreadyExists)
        {
            result.OrThrow();
        }
    }
}
