using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Tests.Authentication;

public sealed class AuthenticationFileTests
{
    private const string Head = "apiVersion: apiserver.config.k8s.io/v1\nkind: AuthenticationConfiguration\n";

    [Fact]
    public void SeveralIssuersWithMappingsAreRead()
    {
        var file = Read("""
            jwt:
            - issuer: {url: https://a.example, audiences: [one, two], audienceMatchPolicy: MatchAny}
              claimMappings:
                username: {claim: sub, prefix: "a:"}
                groups: {claim: roles, prefix: ""}
              claimValidationRules:
              - {claim: hd, requiredValue: example.com}
            - issuer: {url: https://b.example, discoveryURL: https://c.example/discovery, audiences: [one]}
              claimMappings:
                username: {expression: "'b:' + claims.sub"}
                extra: [{key: b.example/team, valueExpression: claims.team}]
              userValidationRules:
              - {expression: "!user.username.startsWith('system:')", message: no system users}
            anonymous:
              enabled: true
              conditions: [{path: /livez}]
            """);
        Assert.Equal(["https://a.example", "https://b.example"], file.Issuers.Select(issuer => issuer.IssuerUrl));
        Assert.Equal(("a:", "roles", "example.com"), (file.Issuers[0].UsernamePrefix, file.Issuers[0].GroupsClaim, file.Issuers[0].RequiredClaims["hd"]));
        Assert.Equal("https://c.example/discovery", file.Issuers[1].DiscoveryUrl);
        Assert.Equal("/livez", file.Anonymous!.Conditions[0].Path);
    }

    [Theory]
    [InlineData("jwt: [{issuer: {url: https://a.example, audiences: [a]}}]", "jwt[0].claimMappings.username: Required value: claim or expression is required")]
    [InlineData("jwt: [{issuer: {url: http://a.example, audiences: [a]}, claimMappings: {username: {claim: sub, prefix: ''}}}]", "jwt[0].issuer.url: Invalid value: \"http://a.example\": URL scheme must be https")]
    [InlineData("jwt: [{issuer: {audiences: [a]}, claimMappings: {username: {claim: sub, prefix: ''}}}]", "jwt[0].issuer.url: Required value: URL is required")]
    [InlineData("jwt: [{issuer: {url: https://a.example}, claimMappings: {username: {claim: sub, prefix: ''}}}]", "jwt[0].issuer.audiences: Required value: at least one jwt[0].issuer.audiences is required")]
    [InlineData("jwt: [{issuer: {url: https://a.example, audiences: [a]}, claimMappings: {username: {claim: sub}}}]", "jwt[0].claimMappings.username.prefix: Required value: prefix is required when claim is set. It can be set to an empty string to disable prefixing")]
    [InlineData("jwt: [{issuer: {url: https://own.example, audiences: [a]}, claimMappings: {username: {claim: sub, prefix: ''}}}]", "jwt[0].issuer.url: Invalid value: \"https://own.example\": URL must not overlap with disallowed issuers: [https://own.example]")]
    [InlineData("jwt: [{issuer: {url: https://a.example, audiences: [a, b]}, claimMappings: {username: {claim: sub, prefix: ''}}}]", "jwt[0].issuer.audienceMatchPolicy: Invalid value: \"\": audienceMatchPolicy must be MatchAny for multiple audiences")]
    [InlineData("jwt: [{issuer: {url: https://a.example, audiences: [a]}, claimMappings: {username: {expression: nope}}}]", "jwt[0].claimMappings.username.expression: Invalid value: \"nope\": compilation failed: ERROR: <input>:1:1: undeclared reference to 'nope' (in container '')\n | nope\n | ^")]
    [InlineData("anonymous: {enabled: false, conditions: [{path: /livez}]}", "anonymous.conditions: Invalid value: []: enabled should be set to true when conditions are defined")]
    public void WhatIsWrongIsTold(string rest, string why) => Assert.Equal(why, Assert.Throws<FormatException>(() => Read(rest)).Message);

    private static AuthenticationFile Read(string rest)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Head + rest);
            return AuthenticationFile.Read(path, ["https://own.example"]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
