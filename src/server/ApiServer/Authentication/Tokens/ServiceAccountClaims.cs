using System.Text.Json;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.Authentication.Tokens;

/// <summary>What a service account token says about the account and what it is bound to, in the current or the legacy form.</summary>
internal sealed record ServiceAccountClaims(string Namespace, string AccountName, string AccountUid)
{
    public (string Name, string Uid)? Pod { get; init; }

    public (string Name, string Uid)? Secret { get; init; }

    public (string Name, string Uid)? Node { get; init; }

    public bool IsLegacy { get; init; }

    public static ServiceAccountClaims? Read(JwtToken token) => token.Claims.TryGetProperty("kubernetes.io", out var claims) && claims.ValueKind == JsonValueKind.Object
        ? ReadCurrent(claims)
        : ReadLegacy(token);

    private static ServiceAccountClaims? ReadCurrent(JsonElement claims)
    {
        if (Reference(claims, "serviceaccount") is not { } account)
        {
            return null;
        }
        return new ServiceAccountClaims(Text(claims, "namespace"), account.Name, account.Uid)
        {
            Pod = Reference(claims, "pod"),
            Secret = Reference(claims, "secret"),
            Node = Reference(claims, "node"),
        };
    }

    private static ServiceAccountClaims? ReadLegacy(JwtToken token)
    {
        const string Prefix = "kubernetes.io/serviceaccount/";
        return token.Text(Prefix + "namespace") is { } ns && token.Text(Prefix + "service-account.name") is { } name && token.Text(Prefix + "secret.name") is { } secret
            ? new ServiceAccountClaims(ns, name, token.Text(Prefix + "service-account.uid") ?? "") { Secret = (secret, ""), IsLegacy = true }
            : null;
    }

    private static (string Name, string Uid)? Reference(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? (Text(value, "name"), Text(value, "uid")) : null;

    private static string Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
