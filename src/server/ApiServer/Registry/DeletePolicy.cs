using Cybernetes.Api;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Registry;

/// <summary>How objects of a resource go.</summary>
public record DeletePolicy
{
    /// <summary>At once, and their dependents after them.</summary>
    public static DeletePolicy Default { get; } = new();

    /// <summary>Whether a deletion is answered with the deleted object instead of a Status.</summary>
    public bool ReturnsObject { get; init; }

    /// <summary>Whether dependents are left alone unless the request says otherwise.</summary>
    public bool OrphansByDefault { get; init; }

    /// <summary>Whether the garbage collector knows the resource.</summary>
    public bool IsCollected { get; init; } = true;

    /// <summary>Whether objects are given time to end.</summary>
    public virtual bool IsGraceful => false;

    /// <summary>What a deletion does to an object.</summary>
    public virtual DeletePlan PlanFor(IObject value, DeleteOptions options, DateTimeOffset now) => DeletePlan.Make(this, value, options, now);

    /// <summary>How many seconds an object is given, for a graceful resource.</summary>
    public virtual long GracePeriod(IObject value, DeleteOptions options) => 0;
}
