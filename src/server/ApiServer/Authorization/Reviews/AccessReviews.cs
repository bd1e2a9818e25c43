using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization.Reviews;

/// <summary>Answers the reviews of authorization.k8s.io. Nothing is stored. Thread safe.</summary>
public sealed class AccessReviews(IAuthorizer authorizer, IRuleResolver rules)
{
    // Upstream answers these with a kind without a name.
    private static readonly GroupKind _noKind = new("authorization.k8s.io", "");

    /// <summary>May that user do this?</summary>
    public async ValueTask<(SubjectAccessReview? Answer, Status? Refusal)> ReviewAsync(SubjectAccessReview review, CancellationToken cancellationToken)
    {
        var errors = ReviewValidation.Spec(review.Spec);
        ReviewValidation.Metadata(errors, review.Metadata, namespaced: false);
        return errors.Count > 0
            ? (null, ApiStatus.Invalid(_noKind, "", errors))
            : (review with { Status = await DecideAsync(UserOf(review.Spec), review.Spec.ResourceAttributes, review.Spec.NonResourceAttributes, cancellationToken).ConfigureAwait(false) }, null);
    }

    /// <summary>May that user do this in this namespace?</summary>
    public async ValueTask<(LocalSubjectAccessReview? Answer, Status? Refusal)> ReviewAsync(
        string @namespace, LocalSubjectAccessReview review, CancellationToken cancellationToken)
    {
        var errors = ReviewValidation.Spec(review.Spec);
        ReviewValidation.Metadata(errors, review.Metadata, namespaced: true);
        if (review.Spec.ResourceAttributes is { } resource && resource.Namespace != @namespace)
        {
            errors.Invalid(FieldPath.Of("spec", "resourceAttributes", "namespace"), resource.Namespace, "must match metadata.namespace");
        }
        if (review.Spec.NonResourceAttributes is { } path)
        {
            errors.Invalid(FieldPath.Of("spec", "nonResourceAttributes"), ReviewValidation.Json(path), "disallowed on this kind of request");
        }
        return errors.Count > 0
            ? (null, ApiStatus.Invalid(_noKind, "", errors))
            : (review with { Status = await DecideAsync(UserOf(review.Spec), review.Spec.ResourceAttributes, null, cancellationToken).ConfigureAwait(false) }, null);
    }

    /// <summary>May I do this?</summary>
    public async ValueTask<(SelfSubjectAccessReview? Answer, Status? Refusal)> ReviewAsync(
        UserInfo user, SelfSubjectAccessReview review, CancellationToken cancellationToken)
    {
        var errors = ReviewValidation.What(review.Spec.ResourceAttributes, review.Spec.NonResourceAttributes);
        ReviewValidation.Metadata(errors, review.Metadata, namespaced: false);
        return errors.Count > 0
            ? (null, ApiStatus.Invalid(_noKind, "", errors))
            : (review with { Status = await DecideAsync(user, review.Spec.ResourceAttributes, review.Spec.NonResourceAttributes, cancellationToken).ConfigureAwait(false) }, null);
    }

    /// <summary>What may I do in this namespace?</summary>
    public (SelfSubjectRulesReview? Answer, Status? Refusal) Review(UserInfo user, SelfSubjectRulesReview review)
    {
        if (review.Spec.Namespace.Length == 0)
        {
            return (null, ApiStatus.BadRequest("no namespace on request"));
        }
        var resolved = rules.RulesFor(user, review.Spec.Namespace);
        return (review with
        {
            Status = SubjectRulesReviewStatus.Empty with
            {
                ResourceRules = resolved.Resource.Select(r => ResourceRule.Empty with
                {
                    Verbs = r.Verbs, ApiGroups = r.ApiGroups, Resources = r.Resources, ResourceNames = r.ResourceNames,
                }).ToValueList(),
                NonResourceRules = resolved.NonResource.Select(r => NonResourceRule.Empty with { Verbs = r.Verbs, NonResourceURLs = r.NonResourceURLs }).ToValueList(),
                Incomplete = resolved.Incomplete,
                EvaluationError = resolved.Errors.Count == 0 ? "" : AggregateErrors.Join(resolved.Errors),
            },
        }, null);
    }

    private async ValueTask<SubjectAccessReviewStatus> DecideAsync(
        UserInfo user, ResourceAttributes? resource, NonResourceAttributes? path, CancellationToken cancellationToken)
    {
        var errors = new List<string>();
        var verdict = await authorizer.AuthorizeAsync(ReviewAttributes.Of(user, resource, path, errors), cancellationToken).ConfigureAwait(false);
        if (verdict.EvaluationError is { } error)
        {
            errors.Insert(0, error);
        }
        return SubjectAccessReviewStatus.Empty with
        {
            Allowed = verdict.Decision == Decision.Allow,
            Denied = verdict.Decision == Decision.Deny,
            Reason = verdict.Reason,
            EvaluationError = errors.Count == 0 ? "" : AggregateErrors.Join(errors),
        };
    }

    private static UserInfo UserOf(SubjectAccessReviewSpec spec) => new(spec.User)
    {
        Uid = spec.Uid,
        Groups = [.. spec.Groups],
        Extra = spec.Extra.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)[.. e.Value.Items], StringComparer.Ordinal),
    };
}
