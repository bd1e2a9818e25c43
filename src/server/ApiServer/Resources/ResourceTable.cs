using System.Collections.Immutable;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Resources;

/// <summary>Every resource that is served now. Resources come and go at run time; readers see one snapshot. Thread safe.</summary>
public sealed class ResourceTable
{
    private readonly Lock _writing = new();
    private Snapshot _snapshot = new(ImmutableDictionary<GroupVersionResource, ServedResource>.Empty, []);

    /// <summary>Called after every change.</summary>
    public event Action? Changed;

    /// <summary>All resources, in the order they were added.</summary>
    public IReadOnlyList<ServedResource> All => Volatile.Read(ref _snapshot).Ordered;

    /// <summary>The resource of a group, version and name; null where there is none.</summary>
    public ServedResource? Find(string group, string version, string resource) =>
        Volatile.Read(ref _snapshot).ByName.GetValueOrDefault(new(group, version, resource));

    /// <summary>Whether anything of a group and version is served.</summary>
    public bool Serves(string group, string version) => All.Any(each => each.Kind.Group == group && each.Kind.Version == version);

    /// <summary>Whether anything of a group is served.</summary>
    public bool Serves(string group) => All.Any(each => each.Kind.Group == group);

    /// <summary>Serves resources from now on.</summary>
    public void Add(params IReadOnlyCollection<ServedResource> resources) => Change(before => new(
        before.ByName.SetItems(resources.Select(each => KeyValuePair.Create(each.Info.Resource, each))),
        [.. before.Ordered.Where(each => !resources.Any(added => added.Info.Resource == each.Info.Resource)), .. resources]));

    /// <summary>Serves a resource no longer.</summary>
    public void Remove(GroupVersionResource resource) => Change(before => new(
        before.ByName.Remove(resource), [.. before.Ordered.Where(each => each.Info.Resource != resource)]));

    private void Change(Func<Snapshot, Snapshot> change)
    {
        lock (_writing)
        {
            Volatile.Write(ref _snapshot, change(_snapshot));
        }

        Changed?.Invoke();
    }

    private sealed record Snapshot(ImmutableDictionary<GroupVersionResource, ServedResource> ByName, IReadOnlyList<ServedResource> Ordered);
}
