using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;

namespace Cybernetes.Controllers.Workloads;

/// <summary>
/// Makes the objects that an owner's selector chooses the owner's: adopts orphans that match, releases its own that no longer do, leaves
/// those of others alone.
/// </summary>
/// <param name="client">Whom the references are patched by.</param>
/// <param name="owner">The owner.</param>
/// <param name="ownerKind">The owner's kind in references.</param>
/// <param name="selector">What the owner selects.</param>
/// <param name="freshOwner">Reads the owner from the server: adoption must not follow a stale cache.</param>
public sealed class ClaimManager<T>(KubeClient client, IObject owner, GroupVersionKind ownerKind, Selector selector, Func<CancellationToken, ValueTask<IObject?>> freshOwner)
    where T : class, IObject<T>
{
    private bool? _mayAdopt;

    /// <summary>The verdicts on a candidate.</summary>
    internal enum Verdict
    {
        /// <summary>It is the owner's.</summary>
        Keep,

        /// <summary>It is not the owner's business.</summary>
        Ignore,

        /// <summary>It is to become the owner's.</summary>
        Adopt,

        /// <summary>It is the owner's and is to become nobody's.</summary>
        Release,
    }

    /// <summary>The candidates that are the owner's afterwards.</summary>
    public async ValueTask<List<T>> ClaimAsync(IEnumerable<T> candidates, CancellationToken cancellationToken)
    {
        var claimed = new List<T>();
        foreach (var candidate in candidates)
        {
            switch (Judge(owner, selector, candidate))
            {
                case Verdict.Keep:
                    claimed.Add(candidate);
                    break;
                case Verdict.Adopt when await AdoptAsync(candidate, cancellationToken).ConfigureAwait(false) is { } adopted:
                    claimed.Add(adopted);
                    break;
                case Verdict.Release:
                    await ReleaseAsync(candidate, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }

        return claimed;
    }

    internal static Verdict Judge(IObject owner, Selector selector, IObject candidate)
    {
        var matches = selector.Matches(candidate.Metadata.Labels);
        if (candidate.ControllerOf() is { } controller)
        {
            return controller.Uid != owner.Metadata.Uid ? Verdict.Ignore
                : matches ? Verdict.Keep
                : owner.IsDeleting() ? Verdict.Ignore
                : Verdict.Release;
        }

        return owner.IsDeleting() || !matches || candidate.IsDeleting() || candidate.Metadata.Namespace != owner.Metadata.Namespace ? Verdict.Ignore : Verdict.Adopt;
    }

    private async ValueTask<T?> AdoptAsync(T candidate, CancellationToken cancellationToken)
    {
        if (_mayAdopt is null)
        {
            var fresh = await freshOwner(cancellationToken).ConfigureAwait(false);
            _mayAdopt = fresh is not null && fresh.Metadata.Uid == owner.Metadata.Uid && !fresh.IsDeleting();
        }

        if (_mayAdopt == false)
        {
            return null;
        }

        var reference = Value.MapOf(
            ("apiVersion", ownerKind.ApiVersion),
            ("kind", ownerKind.Kind),
            ("name", owner.Metadata.Name),
            ("uid", owner.Metadata.Uid),
            ("controller", true),
            ("blockOwnerDeletion", true));
        var patch = Patch.Strategic(Value.MapOf(("metadata", Value.MapOf(("ownerReferences", Value.List([reference])), ("uid", candidate.Metadata.Uid)))));
        var result = await client.PatchAsync<T>(candidate.Metadata.Namespace, candidate.Metadata.Name, patch, cancellationToken: cancellationToken).ConfigureAwait(false);
        return result.OrNull();
    }

    private async ValueTask ReleaseAsync(T candidate, CancellationToken cancellationToken)
    {
        var reference = Value.MapOf(("$patch", "delete"), ("uid", owner.Metadata.Uid));
        var patch = Patch.Strategic(Value.MapOf(("metadata", Value.MapOf(("ownerReferences", Value.List([reference])), ("uid", candidate.Metadata.Uid)))));
        var result = await client.PatchAsync<T>(candidate.Metadata.Namespace, candidate.Metadata.Name, patch, cancellationToken: cancellationToken).ConfigureAwait(false);
        // Invalid: the object has no such reference, or is another of the same name; either way it is released.
        if (!result.IsInvalid)
        {
            result.OrNull();
        }
    }
}
