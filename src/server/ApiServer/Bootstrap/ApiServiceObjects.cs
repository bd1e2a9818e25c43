using Cybernetes.Api.ApiRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Bootstrap;

/// <summary>An APIService for every version that the server itself serves, with upstream's priorities.</summary>
internal static class ApiServiceObjects
{
    private static readonly Dictionary<string, int> _groups = new()
    {
        [""] = 18000, ["admissionregistration.k8s.io"] = 16700, ["apiextensions.k8s.io"] = 16700, ["apps"] = 17800, ["authentication.k8s.io"] = 17700,
        ["authorization.k8s.io"] = 17600, ["autoscaling"] = 17500, ["batch"] = 17400, ["certificates.k8s.io"] = 17300, ["coordination.k8s.io"] = 16500,
        ["discovery.k8s.io"] = 16200, ["events.k8s.io"] = 17750, ["flowcontrol.apiserver.k8s.io"] = 16100, ["networking.k8s.io"] = 17200,
        ["node.k8s.io"] = 16300, ["policy"] = 17100, ["rbac.authorization.k8s.io"] = 17000, ["resource.k8s.io"] = 16200, ["scheduling.k8s.io"] = 16600,
        ["storage.k8s.io"] = 16800, ["internal.apiserver.k8s.io"] = 16000, ["storagemigration.k8s.io"] = 16800,
    };

    public static IEnumerable<APIService> All(ResourceTable resources, TimeProvider time) => resources.All
        .Select(resource => (resource.Kind.Group, resource.Kind.Version))
        .Distinct()
        .Where(version => version.Group != "apiregistration.k8s.io" && _groups.ContainsKey(version.Group))
        .Select(version => Of(version.Group, version.Version, time));

    private static APIService Of(string group, string version, TimeProvider time) => new()
    {
        Metadata = new ObjectMeta { Name = $"{version}.{group}", Labels = ValueMap.Of(("kube-aggregator.kubernetes.io/automanaged", "onstart")) },
        Spec = new() { Group = group, Version = version, GroupPriorityMinimum = _groups[group], VersionPriority = PriorityOf(group, version) },
        Status = new()
        {
            Conditions = [new() { Type = "Available", Status = "True", LastTransitionTime = Time.Now(time), Reason = "Local", Message = "Local APIServices are always available" }],
        },
    };

    private static int PriorityOf(string group, string version) => (group, version) switch
    {
        ("", _) => 1,
        ("autoscaling", "v2") => 30,
        ("flowcontrol.apiserver.k8s.io" or "resource.k8s.io", "v1") => 21,
        (_, "v1") => 15,
        (_, "v1beta2") => 12,
        (_, "v1beta1") => 9,
        _ => 1,
    };
}
