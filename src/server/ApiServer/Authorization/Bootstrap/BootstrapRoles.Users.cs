using Cybernetes.Api.RbacV1;

namespace Cybernetes.ApiServer.Authorization.Bootstrap;

public static partial class BootstrapRoles
{
    // The roles of people: cluster-admin, admin, edit, view, what aggregates into them, and what everyone may read.
    private static IEnumerable<ClusterRole> Users() =>
    [
        ClusterRole("admin").AggregatedFrom("rbac.authorization.k8s.io/aggregate-to-admin"),
        ClusterRole("cluster-admin",
            Rule("*", "*", "*"),
            Urls("*", "*")),
        ClusterRole("edit").AggregatedFrom("rbac.authorization.k8s.io/aggregate-to-edit").Labelled("rbac.authorization.k8s.io/aggregate-to-admin"),
        ClusterRole("system:aggregate-to-admin",
            Rule("create", "authorization.k8s.io", "localsubjectaccessreviews"),
            Rule("create delete deletecollection get list patch update watch", "rbac.authorization.k8s.io", "rolebindings roles")).Labelled("rbac.authorization.k8s.io/aggregate-to-admin"),
        ClusterRole("system:aggregate-to-edit",
            Rule("get list watch", "core", "pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy"),
            Rule("impersonate", "core", "serviceaccounts"),
            Rule("create delete deletecollection patch update", "core", "pods pods/attach pods/exec pods/portforward pods/proxy"),
            Rule("create", "core", "pods/eviction"),
            Rule("create delete deletecollection patch update", "core", "configmaps persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets serviceaccounts services services/proxy"),
            Rule("create", "core", "serviceaccounts/token"),
            Rule("create delete deletecollection patch update", "core events.k8s.io", "events"),
            Rule("create delete deletecollection patch update", "apps", "daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale"),
            Rule("create delete deletecollection patch update", "autoscaling", "horizontalpodautoscalers"),
            Rule("create delete deletecollection patch update", "batch", "cronjobs jobs"),
            Rule("create delete deletecollection patch update", "extensions", "daemonsets deployments deployments/rollback deployments/scale ingresses networkpolicies replicasets replicasets/scale replicationcontrollers/scale"),
            Rule("create delete deletecollection patch update", "policy", "poddisruptionbudgets"),
            Rule("create delete deletecollection patch update", "networking.k8s.io", "ingresses networkpolicies"),
            Rule("create delete deletecollection get list patch update watch", "coordination.k8s.io", "leases"),
            Rule("create delete deletecollection patch update", "resource.k8s.io", "resourceclaims resourceclaimtemplates")).Labelled("rbac.authorization.k8s.io/aggregate-to-edit"),
        ClusterRole("system:aggregate-to-view",
            Rule("get list watch", "core", "configmaps endpoints persistentvolumeclaims persistentvolumeclaims/status pods replicationcontrollers replicationcontrollers/scale serviceaccounts services services/status"),
            Rule("get list watch", "core", "bindings limitranges namespaces/status pods/log pods/status replicationcontrollers/status resourcequotas resourcequotas/status"),
            Rule("get list watch", "core", "namespaces"),
            Rule("get list watch", "core events.k8s.io", "events"),
            Rule("get list watch", "discovery.k8s.io", "endpointslices"),
            Rule("get list watch", "apps", "controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status"),
            Rule("get list watch", "autoscaling", "horizontalpodautoscalers horizontalpodautoscalers/status"),
            Rule("get list watch", "batch", "cronjobs cronjobs/status jobs jobs/status"),
            Rule("get list watch", "extensions", "daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ingresses/status networkpolicies replicasets replicasets/scale replicasets/status replicationcontrollers/scale"),
            Rule("get list watch", "policy", "poddisruptionbudgets poddisruptionbudgets/status"),
            Rule("get list watch", "networking.k8s.io", "ingresses ingresses/status networkpolicies"),
            Rule("get list watch", "resource.k8s.io", "resourceclaims resourceclaims/status resourceclaimtemplates")).Labelled("rbac.authorization.k8s.io/aggregate-to-view"),
        ClusterRole("system:basic-user",
            Rule("create", "authorization.k8s.io", "selfsubjectaccessreviews selfsubjectrulesreviews"),
            Rule("create", "authentication.k8s.io", "selfsubjectreviews")),
        ClusterRole("system:discovery", Urls("get", "/api /api/* /apis /apis/* /healthz /livez /openapi /openapi/* /readyz /version /version/")),
        ClusterRole("system:monitoring",
            Urls("get", "/flagz /healthz /healthz/* /livez /livez/* /metrics /metrics/slis /readyz /readyz/* /statusz"),
            Rule("get", "core", "nodes/metrics")),
        ClusterRole("system:public-info-viewer", Urls("get", "/healthz /livez /readyz /version /version/")),
        ClusterRole("system:service-account-issuer-discovery",
            Urls("get", "/.well-known/openid-configuration /.well-known/openid-configuration/ /openid/v1/jwks /openid/v1/jwks/")),
        ClusterRole("view").AggregatedFrom("rbac.authorization.k8s.io/aggregate-to-view").Labelled("rbac.authorization.k8s.io/aggregate-to-edit"),
    ];
}
