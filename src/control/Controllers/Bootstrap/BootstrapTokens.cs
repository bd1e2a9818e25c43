using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.Bootstrap;

/// <summary>Bootstrap tokens and the signatures made with them. Pure.</summary>
public static class BootstrapTokens
{
    /// <summary>The type of their Secrets.</summary>
    public const string SecretType = "bootstrap.kubernetes.io/token";

    /// <summary>The token of a Secret for signing; null where it is none, is for something else, or is over.</summary>
    public static (string Id, string Secret)? SigningToken(Secret secret, DateTimeOffset now)
    {
        var (id, value) = (Text(secret, "token-id"), Text(secret, "token-secret"));
        return secret.Type == SecretType && id.Length > 0 && value.Length > 0 && secret.Metadata.Name == "bootstrap-token-" + id
            && Text(secret, "usage-bootstrap-signing") == "true" && (EndOf(secret) is not { } end || end > now) ? (id, value) : null;
    }

    /// <summary>When the token ends; null for never. A time that cannot be read has passed.</summary>
    public static DateTimeOffset? EndOf(Secret secret)
    {
        var text = Text(secret, "expiration");
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return Time.Parse(text).Moment;
        }
        catch (WireException)
        {
            return DateTimeOffset.MinValue;
        }
    }

    /// <summary>The detached signature (RFC 7515, appendix F) of a text: <c>header..signature</c>.</summary>
    public static string Sign(string content, string id, string secret)
    {
        var header = Url(Encoding.UTF8.GetBytes($$"""{"alg":"HS256","kid":"{{id}}"}"""));
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes($"{header}.{Url(Encoding.UTF8.GetBytes(content))}"));
        return $"{header}..{Url(signature)}";
    }

    private static string Text(Secret secret, string key) => secret.Data.TryGetValue(key, out var value) ? value.ToString() : "";

    private static string Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
