using Cybernetes.Join;

namespace Cybernetes.Tests.Join;

public sealed class JoinTokenTests
{
    private const string Pin = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public void ATokenIsReadAsItIsPrinted()
    {
        var token = JoinToken.Create(Pin);
        Assert.Equal(token, JoinToken.Parse($"{token}\n"));
        Assert.Matches("^[a-z0-9]{6}\\.[a-z0-9]{16}$", token.Bearer);
    }

    [Theory]
    [InlineData("abcdef.0123456789abcdef")]
    [InlineData("abcdef.0123456789abcdef@short")]
    [InlineData("ABCDEF.0123456789abcdef@" + Pin)]
    public void ATokenThatDoesNotNameItsClusterIsRefused(string text) =>
        Assert.Contains("c8s token create", Assert.Throws<FormatException>(() => JoinToken.Parse(text)).Message);

    [Fact]
    public void ItsSecretIsLaidOutAsKubeadms()
    {
        var secret = TokenSecrets.Of(JoinToken.Parse("abcdef.0123456789abcdef@" + Pin), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "for beta");
        Assert.Equal(("kube-system", "bootstrap-token-abcdef", "bootstrap.kubernetes.io/token"), (secret.Metadata.Namespace, secret.Metadata.Name, secret.Type));
        Assert.Equal("2026-01-02T03:04:05Z", TokenSecrets.Text(secret, "expiration"));
        Assert.Equal("system:bootstrappers:kubeadm:default-node-token", TokenSecrets.Text(secret, "auth-extra-groups"));
        Assert.Equal(("abcdef", "0123456789abcdef", "for beta"), (TokenSecrets.Text(secret, "token-id"), TokenSecrets.Text(secret, "token-secret"), TokenSecrets.Text(secret, "description")));
    }
}
