using System.Buffers.Text;
using System.Security.Cryptography;

namespace Cybernetes.Pki.Tokens;

/// <summary>An RSA or ECDSA key that signs or checks tokens. Signing and checking are thread safe.</summary>
public sealed class JwtKey
{
    private readonly AsymmetricAlgorithm _key;

    /// <summary>Wraps a key; <paramref name="keyId"/> defaults to upstream's: base64url of the SHA-256 of the public key info.</summary>
    public JwtKey(AsymmetricAlgorithm key, string? keyId = null)
    {
        _key = key;
        SubjectPublicKeyInfo = key.ExportSubjectPublicKeyInfo();
        KeyId = keyId ?? Base64Url.EncodeToString(SHA256.HashData(SubjectPublicKeyInfo));
        Algorithm = key switch
        {
            RSA => "RS256",
            ECDsa { KeySize: 256 } => "ES256",
            ECDsa { KeySize: 384 } => "ES384",
            ECDsa { KeySize: 521 } => "ES512",
            _ => throw new ArgumentException("only RSA and ECDSA keys are known", nameof(key)),
        };
    }

    /// <summary>The token header's "kid".</summary>
    public string KeyId { get; }

    /// <summary>The algorithm the key signs with.</summary>
    public string Algorithm { get; }

    internal byte[] SubjectPublicKeyInfo { get; }

    internal AsymmetricAlgorithm Key => _key;

    internal byte[] Sign(ReadOnlySpan<byte> data) => _key switch
    {
        RSA rsa => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ECDsa ecdsa => ecdsa.SignData(data, Hash(Algorithm)),
        _ => throw new InvalidOperationException(),
    };

    internal bool Verify(string algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => (_key, algorithm) switch
    {
        (RSA rsa, "RS256" or "RS384" or "RS512") => rsa.VerifyData(data, signature, Hash(algorithm), RSASignaturePadding.Pkcs1),
        (RSA rsa, "PS256" or "PS384" or "PS512") => rsa.VerifyData(data, signature, Hash(algorithm), RSASignaturePadding.Pss),
        (ECDsa ecdsa, _) when algorithm == Algorithm => ecdsa.VerifyData(data, signature, Hash(algorithm)),
        _ => false,
    };

    private static HashAlgorithmName Hash(string algorithm) => algorithm[^3..] switch
    {
        "384" => HashAlgorithmName.SHA384,
        "512" => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };
}
