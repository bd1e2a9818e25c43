using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Cybernetes.Pki.Tokens;

/// <summary>A token as read, whose signature is not yet trusted: call <see cref="IsSignedBy"/>.</summary>
public sealed class JwtToken
{
    private readonly byte[] _signed;
    private readonly byte[] _signature;

    private JwtToken(string algorithm, string? keyId, JsonElement claims, byte[] signed, byte[] signature) =>
        (Algorithm, KeyId, Claims, _signed, _signature) = (algorithm, keyId, claims, signed, signature);

    /// <summary>The header's "alg".</summary>
    public string Algorithm { get; }

    /// <summary>The header's "kid".</summary>
    public string? KeyId { get; }

    /// <summary>The payload, an object.</summary>
    public JsonElement Claims { get; }

    /// <summary>The "iss" claim, or empty.</summary>
    public string Issuer => Text("iss") ?? "";

    /// <summary>The "sub" claim, or empty.</summary>
    public string Subject => Text("sub") ?? "";

    /// <summary>The "aud" claim, one or many.</summary>
    public IReadOnlyList<string> Audiences => Claims.TryGetProperty("aud", out var audience)
        ? audience.ValueKind switch
        {
            JsonValueKind.String => [audience.GetString()!],
            JsonValueKind.Array => [.. audience.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!)],
            _ => [],
        }
        : [];

    /// <summary>Splits and decodes a compact token; null when it is none.</summary>
    public static JwtToken? TryParse(string token)
    {
        var first = token.IndexOf('.');
        var last = token.LastIndexOf('.');
        if (first <= 0 || last <= first || token.IndexOf('.', first + 1) != last)
        {
            return null;
        }
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(0, first)));
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(first + 1, last - first - 1)));
            if (header.RootElement.ValueKind != JsonValueKind.Object || payload.RootElement.ValueKind != JsonValueKind.Object ||
                !header.RootElement.TryGetProperty("alg", out var algorithm) || algorithm.ValueKind != JsonValueKind.String)
            {
                return null;
            }
            var keyId = header.RootElement.TryGetProperty("kid", out var kid) && kid.ValueKind == JsonValueKind.String ? kid.GetString() : null;
            return new JwtToken(algorithm.GetString()!, keyId, payload.RootElement.Clone(),
                Encoding.ASCII.GetBytes(token[..last]), Base64Url.DecodeFromChars(token.AsSpan(last + 1)));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether one of the keys made the signature; the one named by "kid" is tried first.</summary>
    public bool IsSignedBy(IEnumerable<JwtKey> keys) =>
        keys.OrderBy(k => k.KeyId == KeyId ? 0 : 1).Any(k => k.Verify(Algorithm, _signed, _signature));

    /// <summary>A text claim, or null.</summary>
    public string? Text(string claim) =>
        Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A time claim ("exp", "nbf", "iat") in seconds since 1970, or null.</summary>
    public DateTimeOffset? Time(string claim) =>
        Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && Math.Abs(seconds) < 2e11
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
