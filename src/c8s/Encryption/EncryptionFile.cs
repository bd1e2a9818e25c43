using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Configuration;
using Cybernetes.Pki;

namespace Cybernetes.Encryption;

/// <summary>A key with which Secrets are encrypted.</summary>
/// <param name="Name">It stands before every value that the key sealed.</param>
/// <param name="Secret">32 bytes as base64.</param>
internal sealed record EncryptionKey(string Name, string Secret);

/// <summary>
/// The EncryptionConfiguration that we keep: Secrets by secretbox (XSalsa20 and Poly1305, the fastest to be safe with random nonces), the newest key
/// first, and <c>identity</c>, which reads what was stored in the clear; switched off, identity stands first. Immutable.
/// </summary>
internal sealed record EncryptionFile(bool Enabled, IReadOnlyList<EncryptionKey> Keys)
{
    private const string Head = """
        # How Secrets are encrypted in the store, as kube-apiserver's --encryption-provider-config says it. `c8s encryption` switches it and changes the key.
        # Without the keys in here, Secrets in the store (and in its backups) cannot be read: keep a copy in a safe place.

        """;

    /// <summary>What stored values begin with when they are as this file wants them; null for in the clear.</summary>
    public string? WantedPrefix => Enabled ? $"k8s:enc:secretbox:v1:{Keys[0].Name}:" : null;

    /// <summary>Writes the file where there is none yet; from then on the file decides.</summary>
    public static void Prepare(ClusterOptions options)
    {
        if (!File.Exists(options.EncryptionFile))
        {
            new EncryptionFile(options.SecretsEncryption, [NewKey(TimeProvider.System)]).WriteTo(options.EncryptionFile);
        }
    }

    /// <summary>A new random key, named after the day.</summary>
    public static EncryptionKey NewKey(TimeProvider time) =>
        new("key-" + time.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Reads the file; null where somebody else's hand made it into something we do not keep. Throws <see cref="WireException"/> or <see cref="IOException"/>.</summary>
    public static EncryptionFile? Read(string path)
    {
        var resources = YamlReader.Read(File.ReadAllBytes(path))["resources"].Items;
        if (resources.Count != 1 || resources[0]["resources"].Items is not [var only] || only.AsString != "secrets" || resources[0]["providers"].Items is not { Count: 2 } providers)
        {
            return null;
        }

        var box = providers.FirstOrDefault(provider => provider["secretbox"].Kind == ValueKind.Map);
        var keys = box["secretbox"]["keys"].Items.Select(key => new EncryptionKey(key["name"].AsString ?? "", key["secret"].AsString ?? "")).ToList();
        return keys.Count == 0 || providers.All(provider => provider["identity"].Kind != ValueKind.Map) ? null : new EncryptionFile(providers[0]["secretbox"].Kind == ValueKind.Map, keys);
    }

    /// <summary>The file's text.</summary>
    public string ToYaml()
    {
        var box = new StringBuilder("  - secretbox:\n      keys:\n");
        foreach (var key in Keys)
        {
            box.Append(CultureInfo.InvariantCulture, $"      - name: {key.Name}\n        secret: {key.Secret}\n");
        }

        const string Identity = "  - identity: {}\n";
        return Head + "apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n- resources:\n  - secrets\n  providers:\n"
            + (Enabled ? box + Identity : Identity + box);
    }

    /// <summary>Writes the file, readable by its owner only.</summary>
    public void WriteTo(string path) => AtomicFile.Write(path, ToYaml());
}
