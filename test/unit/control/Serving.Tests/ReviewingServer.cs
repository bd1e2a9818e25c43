using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Client.Streams;
using Cybernetes.Client.Transport;

namespace Cybernetes.Serving.Tests;

/// <summary>An API server that knows one token, whose user may read <c>/metrics</c>, and nothing else.</summary>
internal sealed class ReviewingServer : IApiTransport
{
    public const string Token = "good";

    public int Reviews { get; private set; }

    public ValueTask<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        Reviews++;
        IKind? answer = request.Body.Object switch
        {
            TokenReview review => review with
            {
                Status = review.Spec.Token == Token
                    ? new TokenReviewStatus { Authenticated = true, User = new UserInfo { Username = "watcher", Groups = ["system:authenticated"] } }
                    : new TokenReviewStatus(),
            },
            SubjectAccessReview review => review with
            {
                Status = new SubjectAccessReviewStatus { Allowed = review.Spec is { User: "watcher", NonResourceAttributes: { Path: "/metrics", Verb: "get" } } },
            },
            _ => null,
        };
        return ValueTask.FromResult(new ApiResponse(answer is null ? 404 : 201) { Object = answer });
    }

    public ValueTask<ApiWatch> WatchAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<UpgradeResponse> OpenAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
}
