using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Controllers.Workloads;

/// <summary>Owner references: who controls an object.</summary>
public static class Owners
{
    /// <summary>The reference to the controller; null where there is none.</summary>
    public static OwnerReference? ControllerOf(this IObject value)
    {
        foreach (var reference in value.Metadata.OwnerReferences)
        {
            if (reference.Controller == true)
            {
                return reference;
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="owner"/>, this very object, controls the value.</summary>
    public static bool IsControlledBy(this IObject value, IObject owner) => value.ControllerOf() is { } reference && reference.Uid == owner.Metadata.Uid;

    /// <summary>A reference that says: this object controls you, and its deletion waits for yours.</summary>
    public static OwnerReference ToControllerReference(this IObject owner) => owner.ToControllerReference(owner.GroupVersionKind);

    /// <summary>A reference as a controller, under a kind that may differ from the object's own.</summary>
    public static OwnerReference ToControllerReference(this IObject owner, GroupVersionKind kind) => new()
    {
        ApiVersion = kind.ApiVersion,
        Kind = kind.Kind,
        Name = owner.Metadata.Name,
        Uid = owner.Metadata.Uid,
        Controller = true,
        BlockOwnerDeletion = true,
    };

    /// <summary>The index of objects by the uid of their controller; those without one are under <c>-namespace</c>.</summary>
    public const string Index = "controller";

    /// <summary>The keys of <see cref="Index"/>.</summary>
    public static IEnumerable<string> IndexKeys(IObject value) => [value.ControllerOf()?.Uid ?? OrphansOf(value.Metadata.Namespace)];

    /// <summary>The key under which the orphans of a namespace stand.</summary>
    public static string OrphansOf(string @namespace) => "-" + @namespace;

    /// <summary>True for an object that is being deleted.</summary>
    public static bool IsDeleting(this IObject value) => value.Metadata.DeletionTimestamp is not null;
}
