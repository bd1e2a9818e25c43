using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Join;

/// <summary>Join tokens as the Secrets that keep them, laid out as kubeadm's.</summary>
internal static class TokenSecrets
{
    /// <summary>Where they are.</summary>
    public const string Namespace = "kube-system";

    /// <summary>Their type.</summary>
    public const string Type = "bootstrap.kubernetes.io/token";

    /// <summary>The group of who shows one.</summary>
    public const string Group = "system:bootstrappers:kubeadm:default-node-token";

    private const string Prefix = "bootstrap-token-";

    /// <summary>The Secret's name for a token's id.</summary>
    public static string NameOf(string id) => Prefix + id;

    /// <summary>A token's Secret.</summary>
    public static Secret Of(JoinToken token, DateTimeOffset? end, string description)
    {
        List<KeyValuePair<string, Bytes>> data =
        [
            Entry("auth-extra-groups", Group),
            Entry("token-id", token.Id),
            Entry("token-secret", token.Secret),
            Entry("usage-bootstrap-authentication", "true"),
            Entry("usage-bootstrap-signing", "true"),
        ];
        if (end is { } moment)
        {
            data.Add(Entry("expiration", moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
        }

        if (description.Length > 0)
        {
            data.Add(Entry("description", description));
        }

        return new Secret { Metadata = new ObjectMeta { Namespace = Namespace, Name = NameOf(token.Id) }, Type = Type, Data = ValueMap.From(data) };
    }

    /// <summary>One text of a Secret; empty where it is not there.</summary>
    public static string Text(Secret secret, string key) => secret.Data.GetValueOrDefault(key).ToString();

    private static KeyValuePair<string, Bytes> Entry(string key, string value) => new(key, Bytes.FromText(value));
}
