using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Reviews of tokens. What is wrong with the token is told by the review itself.</summary>
internal sealed class TokenReviewRules : KindRules<TokenReview>
{
    public override bool Virtual => true;

    protected override void Validate(TokenReview obj, ErrorList errors)
    {
    }
}
