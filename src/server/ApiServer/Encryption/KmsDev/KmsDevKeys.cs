using System.Security.Cryptography;
using Cybernetes.ApiServer.Encryption.Ciphers;
using Cybernetes.Pki;

namespace Cybernetes.ApiServer.Encryption.KmsDev;

/// <summary>The keys of the development plugin: lines of <c>ID BASE64</c>; the first seals, all open. The file is read with every request, so that adding a line rotates.</summary>
internal sealed class KmsDevKeys(string path)
{
    /// <summary>Makes the file with one key when it is missing.</summary>
    public void Ensure()
    {
        if (!File.Exists(path))
        {
            AtomicFile.Write(path, $"key1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        }
    }

    /// <summary>The identity of the key that seals.</summary>
    public string CurrentId => Read()[0].Id;

    public (byte[] Sealed, string KeyId) Seal(byte[] plain)
    {
        var (id, key) = Read()[0];
        return (new AesGcmCipher(key).Seal([], plain), id);
    }

    /// <summary>Opens with the named key, or with each in turn when none is named. Throws <see cref="CryptographicException"/>.</summary>
    public byte[] Open(byte[] sealedValue, string keyId)
    {
        foreach (var (_, key) in Read().Where(k => keyId.Length == 0 || k.Id == keyId))
        {
            try
            {
                return new AesGcmCipher(key).Open([], sealedValue);
            }
            catch (CryptographicException)
            {
            }
        }
        throw new CryptographicException($"no key opens it (key \"{keyId}\")");
    }

    private List<(string Id, byte[] Key)> Read() =>
        [.. File.ReadLines(path).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(p => p.Length == 2).Select(p => (p[0], Convert.FromBase64String(p[1])))];
}
