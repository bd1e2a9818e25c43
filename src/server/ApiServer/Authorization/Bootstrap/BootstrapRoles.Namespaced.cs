using Cybernetes.Api.RbacV1;

namespace Cybernetes.ApiServer.Authorization.Bootstrap;

public static partial class BootstrapRoles
{
    /// <summary>The roles inside kube-system and kube-public.</summary>
    public static IReadOnlyList<Role> Roles { get; } =
    [
        Role("kube-public", "system:controller:bootstrap-signer",
            Rule("get list watch", "core", "configmaps"),
            Rule("update", "core", "configmaps", names: "cluster-info"),
            Rule("create patch update", "core events.k8s.io", "events")),
        Role("kube-system", "extension-apiserver-authentication-reader",
            Rule("get list watch", "core", "configmaps", names: "extension-apiserver-authentication")),
        Role("kube-system", "system::leader-locking-kube-controller-manager",
            Rule("create get list update watch", "coordination.k8s.io", "leases"),
            Rule("create get list update watch", "coordination.k8s.io", "leasecandidates")),
        Role("kube-system", "system::leader-locking-kube-scheduler",
            Rule("create get list update watch", "coordination.k8s.io", "leases"),
            Rule("create get list update watch", "coordination.k8s.io", "leasecandidates")),
        Role("kube-system", "system:controller:bootstrap-signer", Rule("get list watch", "core", "secrets")),
        Role("kube-system", "system:controller:cloud-provider", Rule("create get list watch", "core", "configmaps")),
        Role("kube-system", "system:controller:token-cleaner",
            Rule("delete get list watch", "core", "secrets"),
            Rule("create patch update", "core events.k8s.io", "events")),
    ];

    /// <summary>Who has them.</summary>
    public static IReadOnlyList<RoleBinding> RoleBindings { get; } =
    [
        RoleBinding("kube-public", "system:controller:bootstrap-signer", "system:controller:bootstrap-signer", Account("kube-system", "bootstrap-signer")),
        RoleBinding("kube-system", "system::extension-apiserver-authentication-reader", "extension-apiserver-authentication-reader", User("system:kube-controller-manager"), User("system:kube-scheduler")),
        RoleBinding("kube-system", "system::leader-locking-kube-controller-manager", "system::leader-locking-kube-controller-manager", User("system:kube-controller-manager"), Account("kube-system", "kube-controller-manager"), Account("kube-system", "leader-election-controller")),
        RoleBinding("kube-system", "system::leader-locking-kube-scheduler", "system::leader-locking-kube-scheduler", User("system:kube-scheduler"), Account("kube-system", "kube-scheduler")),
        RoleBinding("kube-system", "system:controller:bootstrap-signer", "system:controller:bootstrap-signer", Account("kube-system", "bootstrap-signer")),
        RoleBinding("kube-system", "system:controller:cloud-provider", "system:controller:cloud-provider", Account("kube-system", "cloud-provider")),
        RoleBinding("kube-system", "system:controller:token-cleaner", "system:controller:token-cleaner", Account("kube-system", "token-cleaner")),
    ];
}
