using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Authentication.Tokens;

/// <summary>Tokens of joining nodes, kept as secrets in kube-system (<c>--enable-bootstrap-token-auth</c>).</summary>
public sealed partial class BootstrapTokenAuthenticator(IClusterView cluster, TimeProvider time) : ITokenAuthenticator
{
    private const string DefaultGroup = "system:bootstrappers";

    /// <inheritdoc/>
    public ValueTask<AuthenticationResult> AuthenticateTokenAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(token) is { } user ? new AuthenticationResult(user) : AuthenticationResult.None);

    private UserInfo? Find(string token)
    {
        var match = TokenPattern().Match(token);
        if (!match.Success)
        {
            return null;
        }
        var (id, secretPart) = (match.Groups[1].Value, match.Groups[2].Value);
        var secret = cluster.Get<Secret>("kube-system", "bootstrap-token-" + id);
        if (secret is null || secret.Metadata.DeletionTimestamp is not null || secret.Type != "bootstrap.kubernetes.io/token" ||
            !CryptographicOperations.FixedTimeEquals(secret.Data.GetValueOrDefault("token-secret").Span, Encoding.UTF8.GetBytes(secretPart)) ||
            Text(secret, "token-id") != id || IsExpired(secret) || Text(secret, "usage-bootstrap-authentication") != "true")
        {
            return null;
        }
        var groups = new SortedSet<string>(StringComparer.Ordinal) { DefaultGroup };
        foreach (var group in Text(secret, "auth-extra-groups").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!GroupPattern().IsMatch(group))
            {
                return null;
            }
            groups.Add(group);
        }
        return new UserInfo("system:bootstrap:" + id) { Groups = [.. groups] };
    }

    private bool IsExpired(Secret secret)
    {
        var text = Text(secret, "expiration");
        return text.Length > 0 && !(DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var at) && time.GetUtcNow() < at);
    }

    private static string Text(Secret secret, string key) => secret.Data.GetValueOrDefault(key).ToString();

    [GeneratedRegex(@"\A([a-z0-9]{6})\.([a-z0-9]{16})\z")]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"\Asystem:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]\z")]
    private static partial Regex GroupPattern();
}
