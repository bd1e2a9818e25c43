using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Cybernetes.Join;

/// <summary>
/// What a machine joins with: a bootstrap token as kubeadm's (<c>id.secret</c>), and after <c>@</c> the hash of the authority's public key, by which the
/// machine knows that it talks to the right cluster before it shows its secret.
/// </summary>
/// <param name="Id">Six characters, no secret.</param>
/// <param name="Secret">Sixteen characters.</param>
/// <param name="Pin">64 hex digits: SHA-256 of the authority's SubjectPublicKeyInfo (RFC 7469).</param>
internal sealed partial record JoinToken(string Id, string Secret, string Pin)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>What the API server takes.</summary>
    public string Bearer => $"{Id}.{Secret}";

    /// <summary>A new random token.</summary>
    public static JoinToken Create(string pin) => new(RandomNumberGenerator.GetString(Alphabet, 6), RandomNumberGenerator.GetString(Alphabet, 16), pin);

    /// <summary>Reads a token. Throws <see cref="FormatException"/>.</summary>
    public static JoinToken Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        return match.Success
            ? new JoinToken(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)
            : throw new FormatException("the token is not of the form abcdef.0123456789abcdef@HASH; `c8s token create` on a server makes one");
    }

    /// <summary>The whole token.</summary>
    public override string ToString() => $"{Bearer}@{Pin}";

    [GeneratedRegex(@"\A([a-z0-9]{6})\.([a-z0-9]{16})@(?:sha256:)?([0-9a-f]{64})\z")]
    private static partial Regex Pattern();
}
