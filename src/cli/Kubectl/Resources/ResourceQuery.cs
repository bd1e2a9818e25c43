using Cybernetes.Kubectl.Discovery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Resources;

/// <summary>What <c>TYPE NAME…</c>, <c>TYPE,TYPE</c> or <c>TYPE/NAME…</c> asks for. An empty name asks for the whole collection.</summary>
public sealed record ResourceQuery(ResourceInfo Info, string Name)
{
    /// <summary>Reads a command's arguments.</summary>
    /// <exception cref="KubectlException">They do not fit together; in kubectl's words.</exception>
    public static IReadOnlyList<ResourceQuery> Parse(IReadOnlyList<string> arguments, ResourceMap resources)
    {
        if (arguments.Count == 0)
        {
            return [];
        }

        if (arguments.Any(argument => argument.Contains('/', StringComparison.Ordinal)))
        {
            return [.. arguments.Select(argument => Pair(argument, resources))];
        }

        var types = arguments[0].Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(type => Types(type, resources)).ToList();
        if (arguments.Count == 1)
        {
            return [.. types.Select(type => new ResourceQuery(type, ""))];
        }

        return [.. types.SelectMany(type => arguments.Skip(1).Select(name => new ResourceQuery(type, name)))];
    }

    private static ResourceQuery Pair(string argument, ResourceMap resources)
    {
        var parts = argument.Split('/');
        if (parts.Length != 2)
        {
            throw parts.Length > 2
                ? KubectlException.Error("arguments in resource/name form may not have more than one slash")
                : KubectlException.Error("there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'");
        }

        return parts[0].Length > 0 && parts[1].Length > 0
            ? new(resources.Find(parts[0]), parts[1])
            : throw KubectlException.Error("arguments in resource/name form must have a single resource and name");
    }

    private static IEnumerable<ResourceInfo> Types(string type, ResourceMap resources) =>
        resources.TryFind(type) is { } one ? [one]
        : resources.Category(type) is { Count: > 0 } category ? category.Where(info => info.Verbs.Contains("list"))
        : [resources.Find(type)];
}
