using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.RbacV1;
using Cybernetes.Client;
using Cybernetes.Configuration;
using Cybernetes.Join;
using Cybernetes.Pki;

namespace Cybernetes.ControlPlanes;

/// <summary>
/// The objects by which machines join: kubeadm's roles for bootstrap tokens and nodes' certificates, ConfigMap kube-public/cluster-info, what an agent
/// must know (kube-system/c8s-config), and what its network parts may read.
/// </summary>
internal static class JoinObjects
{
    /// <summary>ConfigMap kube-system/c8s-config.</summary>
    public const string ConfigName = "c8s-config";

    private const string NodesGroup = "system:nodes";
    private const string RbacGroup = "rbac.authorization.k8s.io";

    /// <summary>Makes them, and brings those up to date that follow the server.</summary>
    public static async Task EnsureAsync(KubeClient client, ClusterOptions options, string serverUrl, string authorityBundle, CancellationToken cancellationToken)
    {
        await EnsureAsync(client, Binding("kubeadm:kubelet-bootstrap", "system:node-bootstrapper", TokenSecrets.Group), null, cancellationToken);
        await EnsureAsync(client, Binding("kubeadm:node-autoapprove-bootstrap", "system:certificates.k8s.io:certificatesigningrequests:nodeclient", TokenSecrets.Group), null, cancellationToken);
        await EnsureAsync(client, Binding("kubeadm:node-autoapprove-certificate-rotation", "system:certificates.k8s.io:certificatesigningrequests:selfnodeclient", NodesGroup), null, cancellationToken);
        await EnsureAsync(client, NetworkRole(), (there, wanted) => there.Rules == wanted.Rules ? null : there with { Rules = wanted.Rules }, cancellationToken);
        await EnsureAsync(client, Binding("c8s:node-network", "c8s:node-network", NodesGroup), null, cancellationToken);
        await EnsureAsync(client, ReadMaps("kube-system", "c8s:node-network", [ConfigName, "ip-masq-agent"]), (there, wanted) => there.Rules == wanted.Rules ? null : there with { Rules = wanted.Rules }, cancellationToken);
        await EnsureAsync(client, BindRole("kube-system", "c8s:node-network", new Subject { Kind = "Group", ApiGroup = RbacGroup, Name = NodesGroup }), null, cancellationToken);
        await EnsureAsync(client, ReadMaps("kube-public", "kubeadm:bootstrap-signer-clusterinfo", ["cluster-info"]), null, cancellationToken);
        await EnsureAsync(client, BindRole("kube-public", "kubeadm:bootstrap-signer-clusterinfo", new Subject { Kind = "User", ApiGroup = RbacGroup, Name = "system:anonymous" }, new Subject { Kind = "Group", ApiGroup = RbacGroup, Name = "system:authenticated" }),
            (there, wanted) => there.Subjects == wanted.Subjects ? null : there with { Subjects = wanted.Subjects }, cancellationToken);
        await EnsureAsync(client, ClusterInfo(serverUrl, authorityBundle), KeepSignatures, cancellationToken);
        await EnsureAsync(client, Config(options), (there, wanted) => there.Data == wanted.Data ? null : there with { Data = wanted.Data }, cancellationToken);
    }

    private static ConfigMap ClusterInfo(string serverUrl, string authorityBundle) => new()
    {
        Metadata = new ObjectMeta { Namespace = "kube-public", Name = "cluster-info" },
        Data = ValueMap.Of(("kubeconfig", KubeconfigWriter.ClusterOnly(serverUrl, authorityBundle))),
    };

    private static ConfigMap Config(ClusterOptions options) => new()
    {
        Metadata = new ObjectMeta { Namespace = "kube-system", Name = ConfigName },
        Data = ValueMap.Of(("cluster-cidr", options.PodCidr), ("service-cidr", options.ServiceCidr), ("cluster-dns", options.ClusterDns), ("cluster-domain", options.ClusterDomain)),
    };

    /// <summary>The signatures beside the text are the bootstrap signer's.</summary>
    private static ConfigMap? KeepSignatures(ConfigMap there, ConfigMap wanted) =>
        there.Data.GetValueOrDefault("kubeconfig") == wanted.Data["kubeconfig"] ? null : there with { Data = there.Data.With("kubeconfig", wanted.Data["kubeconfig"]) };

    /// <summary>What the pod network and the proxy read: what every network plugin's DaemonSet may.</summary>
    private static ClusterRole NetworkRole() => new()
    {
        Metadata = new ObjectMeta { Name = "c8s:node-network" },
        Rules =
        [
            Rule("", ["services", "endpoints", "nodes", "pods", "namespaces"]),
            Rule("discovery.k8s.io", ["endpointslices"]),
            Rule("networking.k8s.io", ["networkpolicies", "servicecidrs"]),
        ],
    };

    private static PolicyRule Rule(string group, string[] resources, string[]? names = null) =>
        new() { ApiGroups = [group], Resources = [.. resources], ResourceNames = [.. names ?? []], Verbs = ["get", "list", "watch"] };

    private static ClusterRoleBinding Binding(string name, string role, string group) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        RoleRef = new RoleRef { ApiGroup = RbacGroup, Kind = "ClusterRole", Name = role },
        Subjects = [new Subject { Kind = "Group", ApiGroup = RbacGroup, Name = group }],
    };

    private static Role ReadMaps(string @namespace, string name, string[] maps) =>
        new() { Metadata = new ObjectMeta { Namespace = @namespace, Name = name }, Rules = [Rule("", ["configmaps"], maps)] };

    private static RoleBinding BindRole(string @namespace, string name, params Subject[] subjects) => new()
    {
        Metadata = new ObjectMeta { Namespace = @namespace, Name = name },
        RoleRef = new RoleRef { ApiGroup = RbacGroup, Kind = "Role", Name = name },
        Subjects = [.. subjects],
    };

    private static async Task EnsureAsync<T>(KubeClient client, T wanted, Func<T, T, T?>? update, CancellationToken cancellationToken)
        where T : class, Api.IObject<T>
    {
        var there = (await client.GetAsync<T>(wanted.Metadata.Namespace, wanted.Metadata.Name, cancellationToken)).OrNull();
        var result = there is null ? await client.CreateAsync(wanted, cancellationToken: cancellationToken)
            : update?.Invoke(there, wanted) is { } changed ? await client.UpdateAsync(changed, cancellationToken: cancellationToken)
            : ApiResult<T>.Success(there);
        if (!result.IsAlreadyExists && !result.IsConflict)
        {
            result.OrThrow();
        }
    }
}
