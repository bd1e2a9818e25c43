using Cybernetes.Api.MetaV1;

namespace Cybernetes.Controllers.GarbageCollection;

/// <summary>What one owner reference is worth.</summary>
public enum OwnerState
{
    /// <summary>The owner is there.</summary>
    Solid,

    /// <summary>There is no such owner.</summary>
    Dangling,

    /// <summary>The owner is there but waits for its dependents to go.</summary>
    Waiting,
}

/// <summary>What is to be done with an object whose owners are known.</summary>
public enum OwnerVerdict
{
    /// <summary>Nothing.</summary>
    Keep,

    /// <summary>The references that are not solid go; the object stays.</summary>
    Release,

    /// <summary>The object is deleted and waits for its own dependents.</summary>
    DeleteForeground,

    /// <summary>The object is deleted by the policy that its finalizers ask for.</summary>
    Delete,
}

/// <summary>The rule of garbage collection: an object lives as long as one of its owners does. Pure.</summary>
public static class OwnerRule
{
    /// <summary>The verdict on an object.</summary>
    public static OwnerVerdict Judge(IReadOnlyCollection<OwnerState> owners, bool hasDependents)
    {
        if (owners.Count == 0)
        {
            return OwnerVerdict.Keep;
        }

        if (owners.Contains(OwnerState.Solid))
        {
            return owners.All(state => state == OwnerState.Solid) ? OwnerVerdict.Keep : OwnerVerdict.Release;
        }

        return owners.Contains(OwnerState.Waiting) && hasDependents ? OwnerVerdict.DeleteForeground : OwnerVerdict.Delete;
    }

    /// <summary>The propagation policy that an object's finalizers ask for.</summary>
    public static string PolicyOf(ObjectMeta metadata) =>
        metadata.Finalizers.Contains(DependencyGraph.OrphanFinalizer) ? "Orphan"
        : metadata.Finalizers.Contains(DependencyGraph.ForegroundFinalizer) ? "Foreground"
        : "Background";
}
