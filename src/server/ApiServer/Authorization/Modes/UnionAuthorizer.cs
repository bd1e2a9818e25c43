using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Modes;

/// <summary>Asks authorizers in order; the first that allows or denies decides.</summary>
public sealed class UnionAuthorizer(IReadOnlyList<IAuthorizer> authorizers) : IAuthorizer, IRuleResolver
{
    /// <inheritdoc/>
    public async ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken)
    {
        List<string>? reasons = null;
        List<string>? errors = null;
        foreach (var authorizer in authorizers)
        {
            var verdict = await authorizer.AuthorizeAsync(attributes, cancellationToken).ConfigureAwait(false);
            if (verdict.Decision != Decision.NoOpinion)
            {
                return verdict;
            }
            if (verdict.Reason.Length > 0)
            {
                (reasons ??= []).Add(verdict.Reason);
            }
            if (verdict.EvaluationError is { } error)
            {
                (errors ??= []).Add(error);
            }
        }
        return new Verdict(Decision.NoOpinion, reasons is null ? "" : string.Join('\n', reasons), errors is null ? null : AggregateErrors.Join(errors));
    }

    /// <inheritdoc/>
    public ResolvedRules RulesFor(UserInfo user, string @namespace)
    {
        var all = new ResolvedRules();
        foreach (var resolver in authorizers.OfType<IRuleResolver>())
        {
            all.Add(resolver.RulesFor(user, @namespace));
        }
        return all;
    }
}
