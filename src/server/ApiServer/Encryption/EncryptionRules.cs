using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Encryption;

/// <summary>Which provider chain a resource has: by its name, <c>*.group</c> or <c>*.*</c>; the first that fits. Immutable.</summary>
internal sealed class EncryptionRules(IReadOnlyList<(string Pattern, ProviderChain Chain)> rules)
{
    /// <summary>Every provider, once.</summary>
    public IEnumerable<IEncryptionProvider> Providers => rules.Select(r => r.Chain).Distinct().SelectMany(c => c.Providers);

    /// <summary>The chain of a resource, or null when it is stored as it is.</summary>
    public ProviderChain? Find(GroupResource resource)
    {
        foreach (var (pattern, chain) in rules)
        {
            if (pattern == resource.ToString() || pattern == "*.*" || pattern == "*." + resource.Group)
            {
                return chain;
            }
        }
        return null;
    }
}
