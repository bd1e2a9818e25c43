using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Modes;

/// <summary>
/// Asks another authorizer only about requests for which every condition holds. A condition that is false decides before one that fails; one that
/// fails counts as the webhook's own failure. Thread safe.
/// </summary>
public sealed class ConditionalAuthorizer(WebhookAuthorizer inner, IReadOnlyList<CelExpression> conditions, bool denyOnError) : IAuthorizer, IRuleResolver
{
    /// <inheritdoc/>
    public ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, object?>(StringComparer.Ordinal) { ["request"] = Value.ToValue(WebhookAuthorizer.SpecOf(attributes)) };
        string? failed = null;
        foreach (var condition in conditions)
        {
            try
            {
                if (condition.Compute(names) is not true)
                {
                    return ValueTask.FromResult(new Verdict(Decision.NoOpinion, ""));
                }
            }
            catch (CelException error)
            {
                failed ??= $"cel evaluation error: expression '{condition.Text}' resulted in error: {error.Message}";
            }
        }
        return failed is null
            ? inner.AuthorizeAsync(attributes, cancellationToken)
            : ValueTask.FromResult(new Verdict(denyOnError ? Decision.Deny : Decision.NoOpinion, "", failed));
    }

    /// <inheritdoc/>
    public ResolvedRules RulesFor(UserInfo user, string @namespace) => inner.RulesFor(user, @namespace);
}
