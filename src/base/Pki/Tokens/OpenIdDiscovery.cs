using System.Buffers;
using System.Text.Json;

namespace Cybernetes.Pki.Tokens;

/// <summary>The document at <c>/.well-known/openid-configuration</c> of a service account issuer.</summary>
public static class OpenIdDiscovery
{
    /// <summary>Writes it as upstream does.</summary>
    public static byte[] Write(string issuer, string jwksUri, IEnumerable<JwtKey> keys)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("issuer", issuer);
            json.WriteString("jwks_uri", jwksUri);
            WriteList(json, "response_types_supported", ["id_token"]);
            WriteList(json, "subject_types_supported", ["public"]);
            WriteList(json, "id_token_signing_alg_values_supported", keys.Select(k => k.Algorithm).Distinct().Order(StringComparer.Ordinal));
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }
}
