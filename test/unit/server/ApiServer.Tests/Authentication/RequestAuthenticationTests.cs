using System.Security.Cryptography.X509Certificates;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authentication.Certificates;
using Cybernetes.ApiServer.Authentication.Tokens;
using Cybernetes.Pki;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Tests.Authentication;

public sealed class RequestAuthenticationTests
{
    private readonly CertificateAuthority _ca = CertificateAuthority.Create("kubernetes", TimeProvider.System);
    private readonly CertificateAuthority _proxyCa = CertificateAuthority.Create("front-proxy", TimeProvider.System);
    private readonly AuthenticationPipeline _pipeline;

    public RequestAuthenticationTests() => _pipeline = new AuthenticationPipeline(
        [
            new RequestHeaderAuthenticator(Verifier(_proxyCa), new RequestHeaderOptions { AllowedNames = ["front-proxy-client"] }),
            new CertificateAuthenticator(Verifier(_ca)),
            new BearerAuthenticator(new TokenUnion([StaticTokenAuthenticator.Parse("secret,alice,uid-1,\"dev,ops\"\n")], TimeProvider.System)),
        ], new AnonymousAuthenticator(["/healthz"]));

    [Fact]
    public async Task AClientCertificateNamesUserAndGroups()
    {
        var result = await AskAsync(_ca.Issue(new CertificateTemplate("admin") { Organizations = ["system:masters"], Purpose = KeyPurpose.Client }).Certificate);
        Assert.Equal(("admin", "system:masters,system:authenticated"), (result.User!.Name, string.Join(",", result.User.Groups)));
        Assert.StartsWith("X509SHA256=", result.User.Extra[UserExtra.CredentialId][0]);
    }

    [Fact]
    public async Task AServerCertificateOrAStrangersIsNoClients()
    {
        Assert.Null((await AskAsync(_ca.Issue(new CertificateTemplate("admin") { Purpose = KeyPurpose.Server }).Certificate)).User);
        Assert.Contains("signed by unknown authority", (await AskAsync(_proxyCa.Issue(new CertificateTemplate("admin") { Purpose = KeyPurpose.Client }).Certificate)).Error);
    }

    [Fact]
    public async Task AFrontProxyNamesTheUserInHeadersThatGoNoFurther()
    {
        var headers = new HeaderDictionary { ["X-Remote-User"] = "bob", ["X-Remote-Group"] = new(["a", "b"]), ["X-Remote-Extra-Scopes"] = "x" };
        var result = await AskAsync(_proxyCa.Issue(new CertificateTemplate("front-proxy-client") { Purpose = KeyPurpose.Client }).Certificate, headers);
        Assert.Equal(("bob", "a,b,system:authenticated", "x"), (result.User!.Name, string.Join(",", result.User.Groups), result.User.Extra["scopes"][0]));
        Assert.Empty(headers);
        Assert.Null((await AskAsync(_proxyCa.Issue(new CertificateTemplate("other") { Purpose = KeyPurpose.Client }).Certificate, new HeaderDictionary { ["X-Remote-User"] = "bob" })).User);
    }

    [Fact]
    public async Task ATokenIsTakenFromTheHeaderOrAWebSocketsProtocols()
    {
        Assert.Equal("alice", (await AskAsync(null, new HeaderDictionary { ["Authorization"] = "Bearer secret" })).User!.Name);
        var headers = new HeaderDictionary { ["Sec-WebSocket-Protocol"] = "base64url.bearer.authorization.k8s.io.c2VjcmV0, v5.channel.k8s.io" };
        Assert.Equal("alice", (await AskAsync(null, headers)).User!.Name);
        Assert.Equal("v5.channel.k8s.io", headers["Sec-WebSocket-Protocol"].ToString());
    }

    [Fact]
    public async Task ABadTokenIsNotAnonymous()
    {
        Assert.Equal("invalid bearer token", (await AskAsync(null, new HeaderDictionary { ["Authorization"] = "Bearer wrong" }, "/healthz")).Error);
        Assert.Equal(UserInfo.Anonymous, (await AskAsync(null, path: "/healthz")).User);
        Assert.Null((await AskAsync(null, path: "/api")).User);
    }

    private ValueTask<AuthenticationResult> AskAsync(X509Certificate2? certificate, HeaderDictionary? headers = null, string path = "/api") => _pipeline.AuthenticateAsync(
        new AuthenticationRequest { Path = path, Headers = headers ?? [], ClientCertificate = certificate }, TestContext.Current.CancellationToken);

    private static CertificateVerifier Verifier(CertificateAuthority ca)
    {
        var bundle = new X509Certificate2Collection(ca.Certificate);
        return new CertificateVerifier(() => bundle, TimeProvider.System);
    }
}
