using Cybernetes.Api.ApiDiscoveryV2;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Client.Transport;

namespace Cybernetes.Controllers.Discovery;

/// <summary>Asks the API server what it serves: by the aggregated documents (KEP-3352), or group by group where it has none.</summary>
public static class ResourceDiscovery
{
    private const string Aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";

    /// <summary>The resources of every group in the preferred version, and what went wrong with some groups (null for nothing).</summary>
    public static async ValueTask<(IReadOnlyList<ServedResource> Resources, string? Failure)> PreferredAsync(KubeClient client, CancellationToken cancellationToken)
    {
        var resources = new List<ServedResource>();
        var failures = new List<string>();
        foreach (var path in (string[])["/api", "/apis"])
        {
            var response = await client.SendAsync(new ApiRequest("GET", path) { Accept = Aggregated }, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccess)
            {
                throw new ApiException(response.ToStatus());
            }

            switch (response.Object)
            {
                case APIGroupDiscoveryList list:
                    Read(list, resources, failures);
                    break;
                case APIVersions:
                    await ReadVersionAsync(client, "", "v1", resources, failures, cancellationToken).ConfigureAwait(false);
                    break;
                case APIGroupList groups:
                    foreach (var group in groups.Groups)
                    {
                        await ReadGroupAsync(client, group, resources, failures, cancellationToken).ConfigureAwait(false);
                    }

                    break;
                default:
                    throw new IOException($"the server answered {response.ContentType} to a discovery of {path}");
            }
        }

        return (resources, failures.Count == 0 ? null : $"unable to retrieve the complete list of server APIs: {string.Join(", ", failures)}");
    }

    // A resource is taken from the first version that has it: versions come in the order of preference.
    private static void Read(APIGroupDiscoveryList list, List<ServedResource> resources, List<string> failures)
    {
        foreach (var group in list.Items)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var version in group.Versions)
            {
                if (version.Freshness == "Stale")
                {
                    failures.Add($"{group.Metadata.Name}/{version.Version}: stale GroupVersion discovery: {group.Metadata.Name}/{version.Version}");
                }

                foreach (var resource in version.Resources)
                {
                    if (seen.Add(resource.Resource))
                    {
                        resources.Add(new ServedResource(
                            new(group.Metadata.Name, version.Version, resource.Resource),
                            resource.ResponseKind?.Kind ?? "",
                            resource.Scope == "Namespaced",
                            resource.Verbs));
                    }
                }
            }
        }
    }

    private static async ValueTask ReadGroupAsync(KubeClient client, APIGroup group, List<ServedResource> resources, List<string> failures, CancellationToken cancellationToken)
    {
        var found = new List<ServedResource>();
        foreach (var version in group.Versions)
        {
            await ReadVersionAsync(client, group.Name, version.Version, found, failures, cancellationToken).ConfigureAwait(false);
        }

        resources.AddRange(found
            .OrderByDescending(resource => resource.Resource.Version == group.PreferredVersion.Version)
            .DistinctBy(resource => resource.Resource.Resource));
    }

    private static async ValueTask ReadVersionAsync(KubeClient client, string group, string version, List<ServedResource> resources, List<string> failures, CancellationToken cancellationToken)
    {
        var response = await client.SendAsync(new ApiRequest("GET", ApiPath.Root(group, version)), cancellationToken).ConfigureAwait(false);
        if (response.Object is not APIResourceList list)
        {
            failures.Add($"{group}/{version}: {response.ToStatus().Message}");
            return;
        }

        foreach (var resource in list.Resources)
        {
            if (!resource.Name.Contains('/', StringComparison.Ordinal))
            {
                resources.Add(new ServedResource(new(group, version, resource.Name), resource.Kind, resource.Namespaced, resource.Verbs.Items));
            }
        }
    }
}
