using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authentication.Tokens;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.Tests.Authentication;

public sealed class ServiceAccountTokenTests
{
    private readonly FakeCluster _cluster = new();
    private readonly ManualTime _time = new(DateTimeOffset.Parse("2026-01-01T00:00:00Z", null));
    private readonly ServiceAccountTokenOptions _options = new(ServiceAccountKeys.Create());
    private readonly ServiceAccountTokenIssuer _issuer;
    private readonly ServiceAccountTokenAuthenticator _authenticator;

    public ServiceAccountTokenTests()
    {
        _cluster.Put(ServiceAccount.Empty with { Metadata = Meta("ns", "robot", "sa-uid") });
        _cluster.Put(Pod.Empty with { Metadata = Meta("ns", "p", "pod-uid"), Spec = PodSpec.Empty with { ServiceAccountName = "robot", NodeName = "n1" } });
        _cluster.Put(Node.Empty with { Metadata = Meta("", "n1", "node-uid") });
        _issuer = new ServiceAccountTokenIssuer(_options, _cluster, _time);
        _authenticator = new ServiceAccountTokenAuthenticator(_options, _cluster, _time);
    }

    [Fact]
    public async Task ATokenBoundToAPodNamesAccountPodAndNode()
    {
        var answer = await IssueAsync(TokenRequestSpec.Empty with { BoundObjectRef = PodRef, ExpirationSeconds = 3607 });
        var user = (await CheckAsync(answer.Status.Token)).User!;
        Assert.Equal("system:serviceaccount:ns:robot", user.Name);
        Assert.Equal("sa-uid", user.Uid);
        Assert.Equal(["system:serviceaccounts", "system:serviceaccounts:ns"], user.Groups);
        Assert.Equal("p pod-uid n1 node-uid", string.Join(' ', new[] { UserExtra.PodName, UserExtra.PodUid, UserExtra.NodeName, UserExtra.NodeUid }.Select(k => user.Extra[k][0])));
        Assert.StartsWith("JTI=", user.Extra[UserExtra.CredentialId][0]);
        Assert.Equal("2026-01-01T01:00:07Z", answer.Status.ExpirationTimestamp.ToString());
        _time.Advance(TimeSpan.FromDays(300));
        Assert.NotNull((await CheckAsync(answer.Status.Token)).User);
    }

    [Fact]
    public async Task ATokenEndsWithItsTimeItsPodAndItsAccount()
    {
        var plain = (await IssueAsync(TokenRequestSpec.Empty)).Status.Token;
        var bound = (await IssueAsync(TokenRequestSpec.Empty with { BoundObjectRef = PodRef })).Status.Token;
        _cluster.Remove<Pod>("ns", "p");
        Assert.Equal("service account token has been invalidated", (await CheckAsync(bound)).Error);
        Assert.NotNull((await CheckAsync(plain)).User);
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("service account token has expired", (await CheckAsync(plain)).Error);
    }

    [Fact]
    public async Task AnotherAudienceIsRefused()
    {
        var token = (await IssueAsync(TokenRequestSpec.Empty with { Audiences = ["vault"] })).Status.Token;
        Assert.StartsWith("token audiences [\"vault\"] is invalid", (await CheckAsync(token)).Error);
        Assert.Equal(["vault"], (await _authenticator.AuthenticateTokenAsync(token, ["vault", "x"], TestContext.Current.CancellationToken)).Audiences!);
    }

    [Theory]
    [InlineData(599, "TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value: 599: may not specify a duration less than 10 minutes")]
    [InlineData(5000000000, "TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value: 5000000000: may not specify a duration larger than 2^32 seconds")]
    public async Task TheTimeAskedForHasLimits(long seconds, string expected)
    {
        var (_, refusal) = await _issuer.IssueAsync("ns", "robot", TokenRequest.Empty with { Spec = TokenRequestSpec.Empty with { ExpirationSeconds = seconds } }, TestContext.Current.CancellationToken);
        Assert.Equal(expected, refusal!.Message);
    }

    [Fact]
    public async Task SomebodyElsesTokenIsNotOurs()
    {
        var other = new ServiceAccountTokenIssuer(new ServiceAccountTokenOptions(ServiceAccountKeys.Create()), _cluster, _time);
        var (answer, _) = await other.IssueAsync("ns", "robot", TokenRequest.Empty, TestContext.Current.CancellationToken);
        Assert.Equal("invalid bearer token", (await CheckAsync(answer!.Status.Token)).Error);
        Assert.Equal(AuthenticationResult.None, await CheckAsync("nonsense"));
    }

    private static BoundObjectReference PodRef => BoundObjectReference.Empty with { ApiVersion = "v1", Kind = "Pod", Name = "p" };

    private async Task<TokenRequest> IssueAsync(TokenRequestSpec spec)
    {
        var (answer, refusal) = await _issuer.IssueAsync("ns", "robot", TokenRequest.Empty with { Spec = spec }, TestContext.Current.CancellationToken);
        Assert.Null(refusal);
        return answer!;
    }

    private ValueTask<AuthenticationResult> CheckAsync(string token) => _authenticator.AuthenticateTokenAsync(token, [], TestContext.Current.CancellationToken);

    private static ObjectMeta Meta(string ns, string name, string uid) => ObjectMeta.Empty with { Namespace = ns, Name = name, Uid = uid };
}
