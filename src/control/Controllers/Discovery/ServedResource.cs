using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.Discovery;

/// <summary>A resource that the API server serves, in the version it prefers.</summary>
/// <param name="Resource">Group, version and plural.</param>
/// <param name="Kind">The kind of its objects.</param>
/// <param name="Namespaced">Whether objects live in namespaces.</param>
/// <param name="Verbs">What may be done.</param>
public sealed record ServedResource(GroupVersionResource Resource, string Kind, bool Namespaced, ValueList<string> Verbs)
{
    /// <summary>Whether all these may be done.</summary>
    public bool Allows(params ReadOnlySpan<string> verbs)
    {
        foreach (var verb in verbs)
        {
            if (!Verbs.Contains(verb))
            {
                return false;
            }
        }

        return true;
    }
}
