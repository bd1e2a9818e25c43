using Cybernetes.Client;
using Cybernetes.Client.Streams;
using Cybernetes.Client.Transport;

namespace Cybernetes.Controllers.Identity;

/// <summary>A way to the API server as a service account, over a way that shows no credentials of its own. Thread safe.</summary>
public sealed class ServiceAccountTransport(IApiTransport anonymous, ServiceAccountToken token) : IApiTransport
{
    /// <inheritdoc/>
    public async ValueTask<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var text = await TokenAsync(cancellationToken).ConfigureAwait(false);
        var response = await anonymous.SendAsync(Signed(request, text), cancellationToken).ConfigureAwait(false);
        if (response.Code != 401)
        {
            return response;
        }

        // The account may have been deleted and made anew, and its tokens with it.
        token.Refused(text);
        return await anonymous.SendAsync(Signed(request, await TokenAsync(cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<ApiWatch> WatchAsync(ApiRequest request, CancellationToken cancellationToken) =>
        await anonymous.WatchAsync(Signed(request, await TokenAsync(cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<UpgradeResponse> OpenAsync(ApiRequest request, CancellationToken cancellationToken) =>
        await anonymous.OpenAsync(Signed(request, await TokenAsync(cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);

    private async ValueTask<string> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await token.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e)
        {
            throw new IOException($"no token for the service account: {e.Message}", e);
        }
    }

    private static ApiRequest Signed(ApiRequest request, string text) =>
        request with { Headers = [.. request.Headers, new("Authorization", "Bearer " + text)] };
}
