using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Catalog;

/// <summary>Upstream's places in the registry, where they are not the resource's own name.</summary>
internal static class StorageLayout
{
    /// <summary>The prefix of a resource's keys below <c>/registry/</c>, without slashes around.</summary>
    public static string PrefixOf(GroupResource resource) => resource switch
    {
        { Group: "", Resource: "nodes" } => "minions",
        { Group: "", Resource: "services" } => "services/specs",
        { Group: "", Resource: "endpoints" } => "services/endpoints",
        { Group: "", Resource: "replicationcontrollers" } => "controllers",
        { Group: "networking.k8s.io", Resource: "ingresses" } => "ingress",
        { Group: "apiextensions.k8s.io" or "apiregistration.k8s.io" } => $"{resource.Group}/{resource.Resource}",
        _ => resource.Resource,
    };

    /// <summary>Whether upstream stores the resource as JSON.</summary>
    public static bool IsJson(GroupResource resource) => resource.Group is "apiextensions.k8s.io" or "apiregistration.k8s.io";

    /// <summary>The resource whose objects another one shows: events are stored once for both groups.</summary>
    public static GroupResource OwnerOf(GroupResource resource) =>
        resource is { Group: "events.k8s.io", Resource: "events" } ? new GroupResource("", "events") : resource;
}
