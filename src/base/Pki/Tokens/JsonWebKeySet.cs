using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Cybernetes.Pki.Tokens;

/// <summary>Writes and reads JWKS documents (RFC 7517).</summary>
public static class JsonWebKeySet
{
    /// <summary>The public keys as <c>/openid/v1/jwks</c> serves them.</summary>
    public static byte[] Write(IEnumerable<JwtKey> keys)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("keys");
            foreach (var key in keys)
            {
                WriteKey(json, key);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The RSA and EC keys of a document; others are skipped. Throws <see cref="JsonException"/> or <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<JwtKey> Read(ReadOnlyMemory<byte> document)
    {
        using var json = JsonDocument.Parse(document);
        var keys = new List<JwtKey>();
        foreach (var item in json.RootElement.GetProperty("keys").EnumerateArray())
        {
            var keyId = Text(item, "kid") ?? "";
            switch (Text(item, "kty"))
            {
                case "RSA":
                    keys.Add(new JwtKey(RSA.Create(new RSAParameters { Modulus = Bytes(item, "n"), Exponent = Bytes(item, "e") }), keyId));
                    break;
                case "EC" when Curve(Text(item, "crv")) is { } curve:
                    keys.Add(new JwtKey(ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = Bytes(item, "x"), Y = Bytes(item, "y") } }), keyId));
                    break;
            }
        }
        return keys;
    }

    private static void WriteKey(Utf8JsonWriter json, JwtKey key)
    {
        json.WriteStartObject();
        json.WriteString("use", "sig");
        switch (key.Key)
        {
            case RSA rsa:
                var parameters = rsa.ExportParameters(false);
                json.WriteString("kty", "RSA");
                json.WriteString("kid", key.KeyId);
                json.WriteString("alg", key.Algorithm);
                json.WriteString("n", Base64Url.EncodeToString(parameters.Modulus));
                json.WriteString("e", Base64Url.EncodeToString(parameters.Exponent));
                break;
            case ECDsa ecdsa:
                var point = ecdsa.ExportParameters(false).Q;
                json.WriteString("kty", "EC");
                json.WriteString("kid", key.KeyId);
                json.WriteString("crv", "P-" + ecdsa.KeySize);
                json.WriteString("alg", key.Algorithm);
                json.WriteString("x", Base64Url.EncodeToString(point.X));
                json.WriteString("y", Base64Url.EncodeToString(point.Y));
                break;
        }
        json.WriteEndObject();
    }

    private static ECCurve? Curve(string? name) => name switch
    {
        "P-256" => ECCurve.NamedCurves.nistP256,
        "P-384" => ECCurve.NamedCurves.nistP384,
        "P-521" => ECCurve.NamedCurves.nistP521,
        _ => null,
    };

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static byte[] Bytes(JsonElement item, string name) => Base64Url.DecodeFromChars(Text(item, name) ?? "");
}
