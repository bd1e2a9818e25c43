namespace Cybernetes.ApiServer.Catalog;

/// <summary>One version of a group.</summary>
/// <param name="Group">The group; empty for core.</param>
/// <param name="Version">The version.</param>
/// <param name="IsDefault">Whether it is served unless <c>--runtime-config</c> says otherwise.</param>
public sealed record ApiVersion(string Group, string Version, bool IsDefault = true)
{
    /// <summary><c>v1</c> or <c>apps/v1</c>.</summary>
    public string Name => Group.Length == 0 ? Version : $"{Group}/{Version}";
}

/// <summary>The groups and versions of 1.36, in upstream's order of discovery; of one group the preferred version first.</summary>
public static class ApiVersions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiVersion> All { get; } =
    [
        new("", "v1"),
        new("apiregistration.k8s.io", "v1"),
        new("apps", "v1"),
        new("events.k8s.io", "v1"),
        new("authentication.k8s.io", "v1"),
        new("authorization.k8s.io", "v1"),
        new("autoscaling", "v2"),
        new("autoscaling", "v1"),
        new("batch", "v1"),
        new("certificates.k8s.io", "v1"),
        new("certificates.k8s.io", "v1beta1", false),
        new("certificates.k8s.io", "v1alpha1", false),
        new("networking.k8s.io", "v1"),
        new("networking.k8s.io", "v1beta1", false),
        new("policy", "v1"),
        new("rbac.authorization.k8s.io", "v1"),
        new("storage.k8s.io", "v1"),
        new("storage.k8s.io", "v1beta1", false),
        new("admissionregistration.k8s.io", "v1"),
        new("admissionregistration.k8s.io", "v1beta1", false),
        new("admissionregistration.k8s.io", "v1alpha1", false),
        new("apiextensions.k8s.io", "v1"),
        new("scheduling.k8s.io", "v1"),
        new("scheduling.k8s.io", "v1alpha2", false),
        new("coordination.k8s.io", "v1"),
        new("coordination.k8s.io", "v1beta1", false),
        new("coordination.k8s.io", "v1alpha2", false),
        new("node.k8s.io", "v1"),
        new("discovery.k8s.io", "v1"),
        new("resource.k8s.io", "v1"),
        new("resource.k8s.io", "v1beta2", false),
        new("resource.k8s.io", "v1beta1", false),
        new("resource.k8s.io", "v1alpha3", false),
        new("flowcontrol.apiserver.k8s.io", "v1"),
        new("internal.apiserver.k8s.io", "v1alpha1", false),
        new("storagemigration.k8s.io", "v1beta1", false),
    ];
}
