using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Catalog;

/// <summary>
/// What is special to some resources: hooks around writes, subresources of their own, and the resources that store nothing. Filled before the
/// catalog is made; each special lives in its own folder and adds itself here.
/// </summary>
public sealed class SpecialResources
{
    private readonly Dictionary<GroupResource, WriteHooks> _hooks = [];
    private readonly Dictionary<GroupResource, List<Action<ServedResource>>> _additions = [];

    /// <summary>Hooks around the writes of a resource.</summary>
    public SpecialResources Hook(GroupResource resource, WriteHooks hooks)
    {
        _hooks[resource] = hooks;
        return this;
    }

    /// <summary>Adds verbs or subresources to a resource in every version.</summary>
    public SpecialResources Add(GroupResource resource, Action<ServedResource> addition)
    {
        if (!_additions.TryGetValue(resource, out var all))
        {
            _additions[resource] = all = [];
        }

        all.Add(addition);
        return this;
    }

    internal WriteHooks HooksOf(GroupResource resource) => _hooks.GetValueOrDefault(resource, WriteHooks.None);

    internal void AddVirtual(ServedResource resource) => AddTo(resource);

    internal void AddTo(ServedResource resource)
    {
        foreach (var addition in _additions.GetValueOrDefault(resource.GroupResource) ?? [])
        {
            addition(resource);
        }
    }
}
