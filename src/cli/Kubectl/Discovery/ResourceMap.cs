using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Discovery;

/// <summary>Everything that a server serves, in discovery's order: groups by rank, versions best first. Immutable.</summary>
public sealed class ResourceMap(IReadOnlyList<ResourceInfo> all)
{
    /// <summary>Every resource of every version.</summary>
    public IReadOnlyList<ResourceInfo> All => all;

    /// <summary>Each resource once, in its best version.</summary>
    public IEnumerable<ResourceInfo> Preferred => all.DistinctBy(one => (one.Kind.Group, one.Plural));

    /// <summary>
    /// What a person calls a resource: plural, singular, kind or short name, perhaps followed by <c>.group</c> or <c>.version.group</c>.
    /// </summary>
    /// <exception cref="KubectlException">There is none.</exception>
    public ResourceInfo Find(string text) => TryFind(text) ?? throw KubectlException.Error($"the server doesn't have a resource type \"{text.Split('.', 2)[0]}\"");

    /// <inheritdoc cref="Find"/>
    public ResourceInfo? TryFind(string text)
    {
        var parts = text.ToLowerInvariant().Split('.', 3);
        var name = parts[0];
        if (parts.Length == 1)
        {
            return First(name, static _ => true);
        }

        // deployments.v1.apps first, then deployments.apps; a group may itself have dots.
        var versioned = parts.Length == 3 ? First(name, one => one.Kind.Version == parts[1] && one.Kind.Group == parts[2]) : null;
        var rest = text[(name.Length + 1)..].ToLowerInvariant();
        return versioned ?? First(name, one => one.Kind.Group == rest) ?? First(name, one => one.Kind.Group.Length == 0 && one.Kind.Version == rest)
            ?? First(name, one => one.Kind.Group.StartsWith(rest, StringComparison.Ordinal));
    }

    /// <summary>The resource of a document's kind.</summary>
    /// <exception cref="KubectlException">The server does not serve it.</exception>
    public ResourceInfo Of(GroupVersionKind kind, string source) =>
        all.FirstOrDefault(one => one.Kind == kind)
        ?? throw KubectlException.Error($"resource mapping not found for name: \"\" namespace: \"\" from \"{source}\": no matches for kind \"{kind.Kind}\" in version \"{kind.ApiVersion}\"\nensure CRDs are installed first");

    /// <summary>The resources of a category such as <c>all</c>; empty where there is no such category.</summary>
    public IReadOnlyList<ResourceInfo> Category(string name) => [.. Preferred.Where(one => one.Categories.Contains(name))];

    private ResourceInfo? First(string name, Func<ResourceInfo, bool> within) =>
        all.FirstOrDefault(one => one.Plural == name && within(one))
        ?? all.FirstOrDefault(one => (one.Singular == name || one.Kind.Kind.Equals(name, StringComparison.OrdinalIgnoreCase)) && within(one))
        ?? all.FirstOrDefault(one => one.ShortNames.Contains(name) && within(one));
}
