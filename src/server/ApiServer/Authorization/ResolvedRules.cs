using Cybernetes.Api.RbacV1;

namespace Cybernetes.ApiServer.Authorization;

/// <summary>What a user may do, as far as the authorizers can list it.</summary>
public sealed class ResolvedRules
{
    /// <summary>Rules about resources.</summary>
    public List<PolicyRule> Resource { get; } = [];

    /// <summary>Rules about paths.</summary>
    public List<PolicyRule> NonResource { get; } = [];

    /// <summary>Whether there may be more.</summary>
    public bool Incomplete { get; set; }

    /// <summary>What went wrong.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Adds a rule to the list it belongs to.</summary>
    public void Add(PolicyRule rule)
    {
        if (!rule.Resources.IsEmpty)
        {
            Resource.Add(rule);
        }
        if (!rule.NonResourceURLs.IsEmpty)
        {
            NonResource.Add(rule);
        }
    }

    /// <summary>Adds another authorizer's rules.</summary>
    public void Add(ResolvedRules other)
    {
        Resource.AddRange(other.Resource);
        NonResource.AddRange(other.NonResource);
        Incomplete |= other.Incomplete;
        Errors.AddRange(other.Errors);
    }
}
