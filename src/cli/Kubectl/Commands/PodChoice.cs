using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands;

/// <summary>Finds the pods that <c>NAME</c>, <c>pod/NAME</c> or <c>deployment/NAME</c> means, and the container meant in one.</summary>
internal static class PodChoice
{
    private const string DefaultContainer = "kubectl.kubernetes.io/default-container";

    /// <summary>The pods behind an argument: the pod itself, or those that a workload selects, the best one first.</summary>
    /// <exception cref="KubectlException">There is none.</exception>
    public static async Task<IReadOnlyList<ResourceObject>> FindAsync(Session session, string argument, CancellationToken cancellationToken)
    {
        var resources = await session.ResourcesAsync(cancellationToken).ConfigureAwait(false);
        var query = ResourceQuery.Parse(argument.Contains('/', StringComparison.Ordinal) ? [argument] : ["pods", argument], resources)[0];
        var found = new ResourceObject(query.Info, session.Namespace, query.Name, await session.SendAsync(new ApiRequest("GET", query.Info.Path(session.Namespace, query.Name)), cancellationToken).ConfigureAwait(false));
        if (query.Info.Kind is { Group: "", Kind: "Pod" })
        {
            return [found];
        }

        var selector = SelectorOf(found.Document["spec"]["selector"], query.Info.Kind.Kind);
        if (selector.Length == 0)
        {
            throw KubectlException.Error($"cannot attach to {query.Info.Kind.ApiVersion}, Kind={query.Info.Kind.Kind}: selector not implemented");
        }

        var pods = resources.Find("pods");
        var list = await session.SendAsync(new ApiRequest("GET", pods.Path(session.Namespace)) { Query = [new("labelSelector", selector)] }, cancellationToken).ConfigureAwait(false);
        var best = list["items"].Items
            .OrderByDescending(pod => IsReady(pod))
            .ThenBy(pod => pod.At("metadata", "creationTimestamp").AsString, StringComparer.Ordinal)
            .Select(pod => new ResourceObject(pods, session.Namespace, pod.At("metadata", "name").AsString ?? "", ResourceFinder.WithKind(pod, pods.Kind)))
            .ToList();
        return best.Count > 0 ? best : throw KubectlException.Error("timed out waiting for the condition");
    }

    /// <summary>The container that is named, annotated as the default, or first. Says which where several could be meant.</summary>
    /// <exception cref="KubectlException">There is none of that name.</exception>
    public static async Task<string> ContainerAsync(Session session, ResourceObject pod, string wanted, bool quiet)
    {
        var spec = pod.Document["spec"];
        var names = spec["containers"].Items.Select(Name).ToList();
        if (wanted.Length > 0)
        {
            return names.Contains(wanted) || spec["initContainers"].Items.Any(one => Name(one) == wanted) || spec["ephemeralContainers"].Items.Any(one => Name(one) == wanted)
                ? wanted
                : throw KubectlException.Error($"container {wanted} is not valid for pod {pod.Name} out of: {string.Join(", ", names)}");
        }

        if (pod.Document.At("metadata", "annotations")[DefaultContainer].AsString is { } chosen && names.Contains(chosen))
        {
            return chosen;
        }

        if (names.Count > 1 && !quiet)
        {
            var all = names.Concat(spec["ephemeralContainers"].Items.Select(one => Name(one) + " (ephem)")).Concat(spec["initContainers"].Items.Select(one => Name(one) + " (init)"));
            await session.Io.Err.WriteLineAsync($"Defaulted container \"{names[0]}\" out of: {string.Join(", ", all)}").ConfigureAwait(false);
        }

        return names[0];
    }

    /// <summary>Every container of a pod: init containers first.</summary>
    public static IEnumerable<string> AllContainers(Value pod) =>
        pod["spec"]["initContainers"].Items.Concat(pod["spec"]["containers"].Items).Concat(pod["spec"]["ephemeralContainers"].Items).Select(Name);

    private static string Name(Value container) => container["name"].AsString ?? "";

    private static bool IsReady(Value pod) =>
        pod["status"]["conditions"].Items.Any(one => one["type"].AsString == "Ready" && one["status"].AsString == "True");

    // Services and replication controllers have plain maps, all others label selectors.
    private static string SelectorOf(Value selector, string kind)
    {
        if (kind is "Service" or "ReplicationController")
        {
            return string.Join(',', selector.Entries.Select(entry => $"{entry.Key}={entry.Value.AsString}"));
        }

        var parts = selector["matchLabels"].Entries.Select(entry => $"{entry.Key}={entry.Value.AsString}");
        return string.Join(',', parts.Concat(selector["matchExpressions"].Items.Select(Requirement)));
    }

    private static string Requirement(Value one)
    {
        var key = one["key"].AsString ?? "";
        var values = string.Join(',', one["values"].Items.Select(value => value.AsString));
        return one["operator"].AsString switch
        {
            "In" => $"{key} in ({values})",
            "NotIn" => $"{key} notin ({values})",
            "DoesNotExist" => $"!{key}",
            _ => key,
        };
    }
}
