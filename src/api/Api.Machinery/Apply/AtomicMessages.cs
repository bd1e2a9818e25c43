using System.Collections.Frozen;

namespace Cybernetes.Api.Machinery;

/// <summary>The messages that one manager owns as a whole wherever they stand: <c>x-kubernetes-map-type: atomic</c> on their OpenAPI definition.</summary>
public static class AtomicMessages
{
    private static readonly FrozenSet<string> _names = new[]
    {
        "k8s.io.api.autoscaling.v1.CrossVersionObjectReference",
        "k8s.io.api.core.v1.ConfigMapKeySelector",
        "k8s.io.api.core.v1.EndpointAddress",
        "k8s.io.api.core.v1.EndpointPort",
        "k8s.io.api.core.v1.FileKeySelector",
        "k8s.io.api.core.v1.LocalObjectReference",
        "k8s.io.api.core.v1.NodeSelector",
        "k8s.io.api.core.v1.NodeSelectorTerm",
        "k8s.io.api.core.v1.ObjectFieldSelector",
        "k8s.io.api.core.v1.ObjectReference",
        "k8s.io.api.core.v1.ResourceFieldSelector",
        "k8s.io.api.core.v1.ScopeSelector",
        "k8s.io.api.core.v1.SecretKeySelector",
        "k8s.io.api.core.v1.SecretReference",
        "k8s.io.api.core.v1.TopologySelectorTerm",
        "k8s.io.api.core.v1.TypedLocalObjectReference",
        "k8s.io.api.discovery.v1.EndpointPort",
        "k8s.io.api.networking.v1.ServiceBackendPort",
        "k8s.io.api.rbac.v1.RoleRef",
        "k8s.io.api.rbac.v1.Subject",
        "k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector",
        "k8s.io.apimachinery.pkg.apis.meta.v1.OwnerReference",
    }.Concat(
        from version in new[] { "v1", "v1alpha1", "v1beta1" }
        from name in new[] { "MatchResources", "NamedRuleWithOperations", "ParamKind", "ParamRef", "Variable" }
        select $"k8s.io.api.admissionregistration.{version}.{name}").ToFrozenSet();

    /// <summary>True for a message that is atomic.</summary>
    public static bool Contains(MessageSchema schema) => _names.Contains($"{schema.Package}.{schema.Name}");
}
