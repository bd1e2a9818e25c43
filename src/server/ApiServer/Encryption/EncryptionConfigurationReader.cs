using Cybernetes.Api.ApiServerConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Encryption.Ciphers;
using Cybernetes.ApiServer.Encryption.Kms;

namespace Cybernetes.ApiServer.Encryption;

/// <summary>Reads an EncryptionConfiguration into provider chains. Throws <see cref="FormatException"/> with what is wrong and where.</summary>
internal sealed class EncryptionConfigurationReader(Func<KMSConfiguration, IEncryptionProvider> kms)
{
    public EncryptionRules Read(ReadOnlySpan<byte> yaml)
    {
        Value document;
        try
        {
            document = YamlReader.Read(yaml);
        }
        catch (WireException e)
        {
            throw new FormatException($"error decoding encryption provider configuration: {e.Message}");
        }
        if (document["kind"].AsString is not ("EncryptionConfiguration" or "EncryptionConfig"))
        {
            throw new FormatException($"got unexpected config type: {document["kind"].AsString ?? "<nil>"}");
        }
        var resources = document["resources"].Items;
        if (resources.IsEmpty)
        {
            throw new FormatException("resources: Required value: encryption configuration requires at least one resource");
        }
        var rules = new List<(string, ProviderChain)>();
        for (var i = 0; i < resources.Count; i++)
        {
            var names = resources[i]["resources"].Items;
            if (names.IsEmpty)
            {
                throw new FormatException($"resources[{i}].resources: Required value: at least one resource must be specified");
            }
            var chain = new ProviderChain(Providers($"resources[{i}].providers", resources[i]["providers"].Items));
            rules.AddRange(names.Select(name => (name.AsString ?? "", chain)));
        }
        return new EncryptionRules(rules);
    }

    private List<IEncryptionProvider> Providers(string path, ValueList<Value> items)
    {
        if (items.IsEmpty)
        {
            throw new FormatException($"{path}: Required value: at least one provider must be specified");
        }
        var providers = new List<IEncryptionProvider>();
        for (var i = 0; i < items.Count; i++)
        {
            var at = $"{path}[{i}]";
            var entries = items[i].Entries;
            if (entries.Count != 1)
            {
                throw new FormatException(entries.IsEmpty
                    ? $"{at}: Required value: provider does not contain any of the expected providers: KMS, AESGCM, AESCBC, Secretbox, Identity"
                    : $"{at}: Invalid value: more than one provider specified in a single element, should split into different list elements");
            }
            var (name, body) = entries.First();
            switch (name)
            {
                case "identity":
                    providers.Add(new IdentityProvider());
                    break;
                case "aescbc":
                    providers.AddRange(Keys($"{at}.aescbc", body, [16, 24, 32], key => new AesCbcCipher(key), name));
                    break;
                case "aesgcm":
                    providers.AddRange(Keys($"{at}.aesgcm", body, [16, 24, 32], key => new AesGcmCipher(key), name));
                    break;
                case "secretbox":
                    providers.AddRange(Keys($"{at}.secretbox", body, [32], key => new SecretboxCipher(key), name));
                    break;
                case "kms":
                    providers.Add(kms(Checked(at, Value.FromValue<KMSConfiguration>(body))));
                    break;
                default:
                    throw new FormatException($"{at}: unknown provider \"{name}\"");
            }
        }
        return providers;
    }

    private static IEnumerable<IEncryptionProvider> Keys(string path, Value body, int[] sizes, Func<byte[], IStoredCipher> make, string provider)
    {
        var keys = body["keys"].Items;
        if (keys.IsEmpty)
        {
            throw new FormatException($"{path}.keys: Required value: at least one key must be specified for {provider}");
        }
        for (var i = 0; i < keys.Count; i++)
        {
            var at = $"{path}.keys[{i}]";
            if (keys[i]["name"].AsString is not { Length: > 0 } name)
            {
                throw new FormatException($"{at}.name: Required value: key name must be specified");
            }
            if (keys[i]["secret"].AsString is not { Length: > 0 } secret)
            {
                throw new FormatException($"{at}.secret: Required value: secret must be specified");
            }
            var bytes = new byte[secret.Length];
            if (!Convert.TryFromBase64String(secret, bytes, out var length))
            {
                throw new FormatException($"{at}.secret: Invalid value: \"REDACTED\": secrets must be base64 encoded");
            }
            if (Array.IndexOf(sizes, length) < 0)
            {
                throw new FormatException($"{at}.secret: Invalid value: \"REDACTED\": secret is not of the expected length, got {length}, expected one of [{string.Join(' ', sizes)}]");
            }
            yield return new LocalKeyProvider(provider, name, make(bytes[..length]));
        }
    }

    private static KMSConfiguration Checked(string path, KMSConfiguration configuration)
    {
        if (configuration.Name.Length == 0 || configuration.Name.Contains(':'))
        {
            throw new FormatException($"{path}.kms.name: Invalid value: \"{configuration.Name}\": should not be empty or contain ':'");
        }
        if (configuration.ApiVersion is not ("" or "v1" or "v2"))
        {
            throw new FormatException($"{path}.kms.apiVersion: Invalid value: \"{configuration.ApiVersion}\": unsupported apiVersion {configuration.ApiVersion} for KMS provider, only v1 and v2 are supported");
        }
        if (!KmsEndpoint.IsValid(configuration.Endpoint))
        {
            throw new FormatException($"{path}.kms.endpoint: Invalid value: \"{configuration.Endpoint}\": unsupported scheme for KMS provider, only unix is supported");
        }
        return configuration;
    }
}
