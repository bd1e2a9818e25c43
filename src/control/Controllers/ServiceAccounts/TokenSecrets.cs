using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.Controllers.ServiceAccounts;

/// <summary>Secrets with a token of a service account that never ends: what such a Secret holds, and for whom. Pure.</summary>
public static class TokenSecrets
{
    /// <summary>The type of these Secrets.</summary>
    public const string SecretType = "kubernetes.io/service-account-token";

    /// <summary>The annotation with the account's name.</summary>
    public const string NameAnnotation = "kubernetes.io/service-account.name";

    /// <summary>The annotation with the account's uid.</summary>
    public const string UidAnnotation = "kubernetes.io/service-account.uid";

    /// <summary>The label with the day the token was last used.</summary>
    public const string LastUsedLabel = "kubernetes.io/legacy-token-last-used";

    /// <summary>The label with the day from which the token is no longer believed.</summary>
    public const string InvalidSinceLabel = "kubernetes.io/legacy-token-invalid-since";

    private const string Issuer = "kubernetes/serviceaccount";

    /// <summary>The account's name; empty where the Secret is of no account.</summary>
    public static string AccountOf(Secret secret) => secret.Type == SecretType ? secret.Metadata.Annotations.GetValueOrDefault(NameAnnotation) ?? "" : "";

    /// <summary>Whether the Secret is of this very account.</summary>
    public static bool IsOf(Secret secret, ServiceAccount account) =>
        AccountOf(secret) == account.Metadata.Name && secret.Metadata.Namespace == account.Metadata.Namespace
        && (secret.Metadata.Annotations.GetValueOrDefault(UidAnnotation) is not { Length: > 0 } uid || uid == account.Metadata.Uid);

    /// <summary>The Secret with all that it shall hold; the same one where nothing is missing.</summary>
    /// <param name="secret">The Secret.</param>
    /// <param name="account">Its account.</param>
    /// <param name="rootCa">The API server's authority, PEM; empty for none.</param>
    /// <param name="key">What signs the token.</param>
    public static Secret Filled(Secret secret, ServiceAccount account, string rootCa, JwtKey key)
    {
        var data = secret.Data;
        if (rootCa.Length > 0)
        {
            data = Set(data, "ca.crt", rootCa);
        }

        data = Set(data, "namespace", secret.Metadata.Namespace);
        if (!data.ContainsKey("token"))
        {
            data = data.With("token", Text(TokenFor(secret, account, key)));
        }

        var annotations = secret.Metadata.Annotations.With(NameAnnotation, account.Metadata.Name).With(UidAnnotation, account.Metadata.Uid);
        return data == secret.Data && annotations == secret.Metadata.Annotations
            ? secret
            : secret with { Data = data, Metadata = secret.Metadata with { Annotations = annotations } };
    }

    private static string TokenFor(Secret secret, ServiceAccount account, JwtKey key) => Jwt.Sign(key, claims =>
    {
        claims.WriteString("iss", Issuer);
        claims.WriteString("kubernetes.io/serviceaccount/namespace", account.Metadata.Namespace);
        claims.WriteString("kubernetes.io/serviceaccount/secret.name", secret.Metadata.Name);
        claims.WriteString("kubernetes.io/serviceaccount/service-account.name", account.Metadata.Name);
        claims.WriteString("kubernetes.io/serviceaccount/service-account.uid", account.Metadata.Uid);
        claims.WriteString("sub", $"system:serviceaccount:{account.Metadata.Namespace}:{account.Metadata.Name}");
    });

    private static ValueMap<Bytes> Set(ValueMap<Bytes> data, string key, string text) =>
        data.TryGetValue(key, out var has) && has.Equals(Text(text)) ? data : data.With(key, Text(text));

    private static Bytes Text(string text) => Bytes.FromText(text);
}
