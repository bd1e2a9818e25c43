using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Cybernetes.Pki.Tokens;

/// <summary>Signs compact JSON web tokens (RFC 7515, 7519).</summary>
public static class Jwt
{
    /// <summary>A token whose payload is what <paramref name="claims"/> writes inside one object.</summary>
    public static string Sign(JwtKey key, Action<Utf8JsonWriter> claims)
    {
        var header = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteString("alg", key.Algorithm);
            json.WriteString("kid", key.KeyId);
            json.WriteEndObject();
        }
        var payload = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(payload, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            claims(json);
            json.WriteEndObject();
        }
        var signed = Base64Url.EncodeToString(header.WrittenSpan) + "." + Base64Url.EncodeToString(payload.WrittenSpan);
        return signed + "." + Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)));
    }
}
