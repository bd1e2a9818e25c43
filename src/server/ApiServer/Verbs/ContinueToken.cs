using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Errors;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>Where a list goes on: upstream's token, so that one made by either server works with the other.</summary>
/// <param name="Version">The revision of the list; -1 for whatever is newest.</param>
/// <param name="Start">The first key, after the resource's prefix.</param>
internal readonly record struct ContinueToken(long Version, string Start)
{
    private const string Form = "meta.k8s.io/v1";

    /// <summary>The token as clients get it.</summary>
    public string Encode()
    {
        var json = Value.MapOf(("v", Form), ("rv", Version), ("start", Start));
        return Base64Url.EncodeToString(json.ToJson());
    }

    /// <summary>Reads a token.</summary>
    /// <exception cref="ApiException">It is none of ours.</exception>
    public static ContinueToken Decode(string text)
    {
        byte[] bytes;
        try
        {
            // As lenient as Go's decoder: the last character may have bits that say nothing.
            var plain = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
            bytes = Convert.FromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            throw Invalid($"continue key is not valid: illegal base64 data at input byte {BadByte(text)}");
        }

        Value token;
        try
        {
            token = Value.ParseJson(bytes);
        }
        catch (WireException)
        {
            throw Invalid($"continue key is not valid: invalid character {Quote(bytes)} looking for beginning of value");
        }

        if (token["v"].AsString != Form)
        {
            throw Invalid("continue key is not valid: server does not recognize this encoded version " + GoText.Quote(token["v"].AsString ?? ""));
        }

        var start = token["start"].AsString ?? "";
        if (token["rv"].AsInteger is not (> 0 or -1) || start.Length == 0)
        {
            throw Invalid("continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
        }

        return new ContinueToken(token["rv"].AsInteger!.Value, start);
    }

    private static ApiException Invalid(string why) => ApiErrors.BadRequest($"invalid continue token: {why}");

    private static int BadByte(string text)
    {
        var at = text.AsSpan().IndexOfAnyExcept(System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"));
        return at < 0 ? text.Length : at;
    }

    private static string Quote(byte[] bytes) => bytes.Length == 0
        ? "'\\x00'"
        : bytes[0] is >= 0x20 and < 0x7f ? $"'{(char)bytes[0]}'" : $"'\\u{bytes[0].ToString("x4", CultureInfo.InvariantCulture)}'";
}
