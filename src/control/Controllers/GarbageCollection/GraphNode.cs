using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Controllers.GarbageCollection;

/// <summary>What names an object in the graph. A uid names it for ever; the rest tells where to look.</summary>
public sealed record ObjectIdentity(string ApiVersion, string Kind, string Namespace, string Name, string Uid);

/// <summary>An object as the garbage collector sees it. Guarded by its graph's lock.</summary>
public sealed class GraphNode(ObjectIdentity identity)
{
    /// <summary>What names it; corrected when the object itself is seen.</summary>
    public ObjectIdentity Identity { get; set; } = identity;

    /// <summary>Its owners.</summary>
    public ValueList<OwnerReference> Owners { get; set; }

    /// <summary>The objects that name it as an owner.</summary>
    public HashSet<GraphNode> Dependents { get; } = [];

    /// <summary>True when only references to it have been seen.</summary>
    public bool IsVirtual { get; set; }

    /// <summary>It is being deleted.</summary>
    public bool IsBeingDeleted { get; set; }

    /// <summary>It waits for its dependents to go first (foreground deletion).</summary>
    public bool IsDeletingDependents { get; set; }

    /// <summary>Whether it names an owner in a way that the owner's foreground deletion waits for it.</summary>
    public bool Blocks(string ownerUid)
    {
        foreach (var owner in Owners)
        {
            if (owner.Uid == ownerUid && owner.BlockOwnerDeletion == true)
            {
                return true;
            }
        }

        return false;
    }
}
