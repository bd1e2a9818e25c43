using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Authentication.Webhooks;

/// <summary>Asks a webhook whose token it is, by TokenReview (<c>--authentication-token-webhook-config-file</c>).</summary>
public sealed class WebhookTokenAuthenticator(WebhookClient client) : ITokenAuthenticator
{
    /// <inheritdoc/>
    public async ValueTask<AuthenticationResult> AuthenticateTokenAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        TokenReviewStatus status;
        try
        {
            var review = TokenReview.Empty with { Spec = TokenReviewSpec.Empty with { Token = token, Audiences = audiences.ToValueList() } };
            status = JsonDecoder.Read<TokenReview>(await client.PostAsync(JsonEncoder.ToArray(review), cancellationToken).ConfigureAwait(false)).Status;
        }
        catch (Exception e) when (e is IOException or WireException)
        {
            return AuthenticationResult.Fail(e.Message);
        }
        if (!status.Authenticated)
        {
            return status.Error.Length > 0 ? AuthenticationResult.Fail(status.Error) : AuthenticationResult.None;
        }
        return new AuthenticationResult(new UserInfo(status.User.Username)
        {
            Uid = status.User.Uid,
            Groups = [.. status.User.Groups],
            Extra = status.User.Extra.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)[.. e.Value.Items], StringComparer.Ordinal),
        })
        {
            Audiences = status.Audiences.IsEmpty ? null : [.. status.Audiences],
        };
    }
}
