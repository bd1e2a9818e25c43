using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Authentication;

/// <summary>Answers TokenReview and SelfSubjectReview. Nothing is stored. Thread safe.</summary>
public sealed class IdentityReviews(ITokenAuthenticator tokens)
{
    /// <summary>Whose token is this?</summary>
    public async ValueTask<(TokenReview? Answer, Status? Refusal)> ReviewAsync(TokenReview review, CancellationToken cancellationToken)
    {
        if (review.Spec.Token.Length == 0)
        {
            return (null, ApiStatus.BadRequest("token is required for TokenReview in authentication"));
        }
        var result = await tokens.AuthenticateTokenAsync(review.Spec.Token, [.. review.Spec.Audiences], cancellationToken).ConfigureAwait(false);
        var status = TokenReviewStatus.Empty with { Authenticated = result.User is not null };
        if (result.User is { } user)
        {
            status = status with
            {
                User = Describe(user.WithGroup(UserInfo.AuthenticatedGroup)),
                Audiences = result.Audiences is null ? default : result.Audiences.ToValueList(),
            };
        }
        else
        {
            status = status with { Error = result.Error ?? "invalid bearer token" };
        }
        return (review with { Status = status }, null);
    }

    /// <summary>Who am I?</summary>
    public static SelfSubjectReview Review(UserInfo user, SelfSubjectReview review, TimeProvider time) => review with
    {
        Metadata = review.Metadata with { CreationTimestamp = Time.Now(time) },
        Status = SelfSubjectReviewStatus.Empty with { UserInfo = Describe(user) },
    };

    /// <summary>A user as reviews, admission webhooks and audit records show it.</summary>
    public static Api.AuthenticationV1.UserInfo Describe(UserInfo user) => Api.AuthenticationV1.UserInfo.Empty with
    {
        Username = user.Name,
        Uid = user.Uid,
        Groups = user.Groups.Count == 0 ? default : user.Groups.ToValueList(),
        Extra = user.Extra.Count == 0 ? default : ValueMap.From(user.Extra.Select(e => KeyValuePair.Create(e.Key, StringListOf(e.Value)))),
    };

    private static StringList StringListOf(IReadOnlyList<string> values) => new(values.ToValueList());
}
