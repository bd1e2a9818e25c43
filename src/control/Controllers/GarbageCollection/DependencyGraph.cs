using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Controllers.GarbageCollection;

/// <summary>
/// Who owns whom in the cluster, kept from metadata alone. Each change names the nodes to look at; nothing here does I/O. Thread safe.
/// </summary>
/// <param name="check">Told of a node that may have to be deleted, or whose deletion may go on.</param>
/// <param name="orphan">Told of a node whose dependents are to be set free.</param>
public sealed class DependencyGraph(Action<GraphNode> check, Action<GraphNode> orphan)
{
    /// <summary>The finalizer of foreground deletion.</summary>
    public const string ForegroundFinalizer = "foregroundDeletion";

    /// <summary>The finalizer of deletion that sets dependents free.</summary>
    public const string OrphanFinalizer = "orphan";

    private const int AbsentLimit = 500;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, GraphNode> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _absent = new(StringComparer.Ordinal);
    private readonly Queue<string> _absentOrder = new();

    /// <summary>Whether an owner of that uid is known not to be, at all or as seen from a namespace.</summary>
    public bool IsAbsent(string uid, string @namespace)
    {
        lock (_gate)
        {
            return _absent.Contains(uid) || _absent.Contains($"{@namespace}/{uid}");
        }
    }

    /// <summary>Remembers that objects of a namespace have no owner of that uid: it may live in another one.</summary>
    public void NoteAbsent(string uid, string @namespace)
    {
        lock (_gate)
        {
            NoteAbsentLocked($"{@namespace}/{uid}");
        }
    }

    /// <summary>Whether every owner has been seen where it is said to be and does not wait for its dependents: nothing is to be done then.</summary>
    public bool IsOwned(GraphNode node)
    {
        lock (_gate)
        {
            if (node.IsVirtual || node.IsDeletingDependents || node.Owners.IsEmpty)
            {
                return false;
            }

            foreach (var owner in node.Owners)
            {
                if (!_nodes.TryGetValue(owner.Uid, out var found) || found.IsVirtual || found.IsDeletingDependents || found.Identity.Name != owner.Name
                    || found.Identity.Kind != owner.Kind || (found.Identity.Namespace.Length > 0 && found.Identity.Namespace != node.Identity.Namespace))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The node's dependents, and whether each blocks its deletion.</summary>
    public List<(GraphNode Node, bool Blocks)> DependentsOf(GraphNode node)
    {
        lock (_gate)
        {
            return [.. node.Dependents.Select(dependent => (dependent, dependent.Blocks(node.Identity.Uid)))];
        }
    }

    /// <summary>How many objects are in the graph.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _nodes.Count;
            }
        }
    }

    /// <summary>An object is new or has changed.</summary>
    public void Observe(ObjectIdentity identity, ObjectMeta? before, ObjectMeta after)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(identity.Uid, out var node))
            {
                _nodes[identity.Uid] = node = new GraphNode(identity);
                (node.IsBeingDeleted, node.IsDeletingDependents) = (after.DeletionTimestamp is not null, IsForeground(after));
                Link(node, default, after.OwnerReferences);
                // A dependent of nobody is nobody's business; one with owners is looked at once, since an owner may be long gone.
                if (!after.OwnerReferences.IsEmpty && !IsOwned(node))
                {
                    check(node);
                }
            }
            else
            {
                var wasVirtual = node.IsVirtual;
                (node.IsVirtual, node.Identity) = (false, identity);
                var released = Link(node, node.Owners, after.OwnerReferences);
                node.IsBeingDeleted |= after.DeletionTimestamp is not null;
                if (released || (wasVirtual && !after.OwnerReferences.IsEmpty))
                {
                    check(node);
                }
            }

            if (Starts(before, after, OrphanFinalizer))
            {
                orphan(node);
            }

            if (Starts(before, after, ForegroundFinalizer))
            {
                node.IsDeletingDependents = true;
                foreach (var dependent in node.Dependents)
                {
                    check(dependent);
                }

                check(node);
            }
        }
    }

    /// <summary>An object has gone.</summary>
    public void Remove(string uid)
    {
        lock (_gate)
        {
            if (!_nodes.Remove(uid, out var node))
            {
                return;
            }

            NoteAbsentLocked(uid);
            foreach (var owner in node.Owners)
            {
                if (_nodes.TryGetValue(owner.Uid, out var ownerNode))
                {
                    ownerNode.Dependents.Remove(node);
                    if (ownerNode.IsDeletingDependents)
                    {
                        check(ownerNode);
                    }
                    else if (ownerNode.IsVirtual && ownerNode.Dependents.Count == 0)
                    {
                        _nodes.Remove(owner.Uid);
                    }
                }
            }

            foreach (var dependent in node.Dependents)
            {
                check(dependent);
            }
        }
    }

    private static bool IsForeground(ObjectMeta metadata) => metadata.DeletionTimestamp is not null && metadata.Finalizers.Contains(ForegroundFinalizer);

    private static bool Starts(ObjectMeta? before, ObjectMeta after, string finalizer)
    {
        var now = after.DeletionTimestamp is not null && after.Finalizers.Contains(finalizer);
        return now && (before?.DeletionTimestamp is null || !before.Finalizers.Contains(finalizer));
    }

    // Returns whether an owner was lost or no longer waits, which may free or doom the node.
    private bool Link(GraphNode node, ValueList<OwnerReference> before, ValueList<OwnerReference> after)
    {
        node.Owners = after;
        if (before == after)
        {
            return false;
        }

        var changed = false;
        foreach (var owner in before)
        {
            if (!after.Any(other => other.Uid == owner.Uid))
            {
                changed = true;
                if (_nodes.TryGetValue(owner.Uid, out var ownerNode))
                {
                    ownerNode.Dependents.Remove(node);
                    if (ownerNode.IsDeletingDependents)
                    {
                        check(ownerNode);
                    }
                }
            }
            else if (owner.BlockOwnerDeletion == true && _nodes.TryGetValue(owner.Uid, out var waiting) && waiting.IsDeletingDependents && !node.Blocks(owner.Uid))
            {
                check(waiting);
            }
        }

        foreach (var owner in after)
        {
            if (!_nodes.TryGetValue(owner.Uid, out var ownerNode))
            {
                var identity = new ObjectIdentity(owner.ApiVersion, owner.Kind, node.Identity.Namespace, owner.Name, owner.Uid);
                _nodes[owner.Uid] = ownerNode = new GraphNode(identity) { IsVirtual = true };
            }

            ownerNode.Dependents.Add(node);
        }

        return changed;
    }

    private void NoteAbsentLocked(string key)
    {
        if (_absent.Add(key))
        {
            _absentOrder.Enqueue(key);
            if (_absentOrder.Count > AbsentLimit)
            {
                _absent.Remove(_absentOrder.Dequeue());
            }
        }
    }
}
