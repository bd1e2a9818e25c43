using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Requests for tokens.</summary>
internal sealed class TokenRequestRules : KindRules<TokenRequest>
{
    private const long Shortest = 10 * 60;
    private const long Longest = 1L << 32;

    public override bool Virtual => true;

    protected override TokenRequest OnDefault(TokenRequest obj) => obj with { Spec = obj.Spec with { ExpirationSeconds = obj.Spec.ExpirationSeconds ?? 60 * 60 } };

    protected override void Validate(TokenRequest obj, ErrorList errors)
    {
        var path = FieldPath.Of("spec", "expirationSeconds");
        if (obj.Spec.ExpirationSeconds is { } seconds and < Shortest)
        {
            errors.Invalid(path, seconds, "may not specify a duration less than 10 minutes");
        }

        if (obj.Spec.ExpirationSeconds is { } longer and > Longest)
        {
            errors.Invalid(path, longer, "may not specify a duration larger than 2^32 seconds");
        }
    }
}
