using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization;

/// <summary>An authorizer that can list what a user may do, for SelfSubjectRulesReview.</summary>
public interface IRuleResolver
{
    /// <summary>The rules a user has in a namespace.</summary>
    ResolvedRules RulesFor(UserInfo user, string @namespace);
}
