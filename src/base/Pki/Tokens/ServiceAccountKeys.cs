namespace Cybernetes.Pki.Tokens;

/// <summary>
/// The key that signs service account tokens and every key whose tokens are taken: to rotate, add the new public key first, then sign with it.
/// </summary>
public sealed record ServiceAccountKeys(JwtKey? SigningKey, IReadOnlyList<JwtKey> VerificationKeys)
{
    /// <summary>One new RSA key for both.</summary>
    public static ServiceAccountKeys Create()
    {
        var key = new JwtKey(KeyFactory.NewRsa());
        return new ServiceAccountKeys(key, [key]);
    }

    /// <summary>Reads <c>--service-account-signing-key-file</c> and the <c>--service-account-key-file</c> list; without the list the signing key checks too.</summary>
    public static ServiceAccountKeys Load(string? signingKeyPath, IEnumerable<string> keyPaths)
    {
        var signing = string.IsNullOrEmpty(signingKeyPath) ? null : new JwtKey(KeyFactory.FromPem(File.ReadAllText(signingKeyPath)));
        List<JwtKey> verification = [.. keyPaths.SelectMany(p => KeyFactory.PublicKeysFromPem(File.ReadAllText(p))).Select(k => new JwtKey(k))];
        if (verification.Count == 0 && signing is not null)
        {
            verification.Add(signing);
        }
        return new ServiceAccountKeys(signing, [.. verification.DistinctBy(k => k.KeyId)]);
    }
}
