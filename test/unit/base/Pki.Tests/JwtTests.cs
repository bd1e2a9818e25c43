using System.Text;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.Pki.Tests;

public sealed class JwtTests
{
    public static TheoryData<bool> Kinds => [true, false];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ASignedTokenIsReadBackAndChecked(bool rsa)
    {
        var key = new JwtKey(rsa ? KeyFactory.NewRsa() : KeyFactory.NewEcdsa());
        var other = new JwtKey(KeyFactory.NewEcdsa());
        var token = Jwt.Sign(key, json =>
        {
            json.WriteString("iss", "https://kubernetes.default.svc");
            json.WriteNumber("exp", 2_000_000_000);
        });
        var parsed = JwtToken.TryParse(token)!;
        Assert.Equal("https://kubernetes.default.svc", parsed.Issuer);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(2_000_000_000), parsed.Time("exp"));
        Assert.Equal(key.KeyId, parsed.KeyId);
        Assert.True(parsed.IsSignedBy([other, key]));
        Assert.False(parsed.IsSignedBy([other]));
        var published = JsonWebKeySet.Read(JsonWebKeySet.Write([key]));
        Assert.True(parsed.IsSignedBy(published));
    }

    [Fact]
    public void AChangedPayloadIsNotSigned()
    {
        var key = new JwtKey(KeyFactory.NewEcdsa());
        var parts = Jwt.Sign(key, json => json.WriteString("sub", "a")).Split('.');
        parts[1] = Convert.ToBase64String("{\"sub\":\"b\"}"u8).TrimEnd('=');
        Assert.False(JwtToken.TryParse(string.Join('.', parts))!.IsSignedBy([key]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("e30.e30.")]
    [InlineData("!!.e30.e30")]
    public void WhatIsNoTokenIsNotRead(string text) => Assert.Null(JwtToken.TryParse(text));

    [Fact]
    public void DiscoveryNamesIssuerAndKeys()
    {
        var key = new JwtKey(KeyFactory.NewRsa());
        Assert.Equal(
            """{"issuer":"https://a","jwks_uri":"https://a/openid/v1/jwks","response_types_supported":["id_token"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""",
            Encoding.UTF8.GetString(OpenIdDiscovery.Write("https://a", "https://a/openid/v1/jwks", [key])));
    }
}
