using Cybernetes.Pki.Tokens;

namespace Cybernetes.Pki.Rotation;

/// <summary>
/// The keys of service account tokens, kept in files: <c>sa.key</c> signs, the public keys of <c>sa.pub</c> verify. Once a year a new key
/// (<c>sa-next.key</c>) joins those that verify and signs a day later. Old public keys stay: tokens in Secrets never expire. Not thread safe.
/// </summary>
public sealed class SigningKeyFiles(string directory, TimeProvider time)
{
    /// <summary>The key that signs.</summary>
    public string SigningKeyPath => Path.Combine(directory, "sa.key");

    /// <summary>The public keys that verify.</summary>
    public string VerificationPath => Path.Combine(directory, "sa.pub");

    private string NextPath => Path.Combine(directory, "sa-next.key");

    /// <summary>Follows the files; further public keys are those of the paths given.</summary>
    public ReloadingFile<ServiceAccountKeys> Watch(IReadOnlyList<string> further) =>
        new([SigningKeyPath, VerificationPath, .. further], () => ServiceAccountKeys.Load(SigningKeyPath, [VerificationPath, .. further]), time, CertificateFiles.ReloadPeriod);

    /// <summary>Makes the first key, and takes the next step of its replacement when it is time. Says what was done; null for nothing.</summary>
    public string? Keep()
    {
        if (!File.Exists(SigningKeyPath))
        {
            WriteKey(SigningKeyPath, KeyFactory.ToPem(KeyFactory.NewRsa()));
            Publish(SigningKeyPath);
            return "made the key of service account tokens";
        }

        if (!File.Exists(VerificationPath))
        {
            Publish(SigningKeyPath);
        }

        if (!File.Exists(NextPath))
        {
            return AgeOf(SigningKeyPath) > RenewalRule.SigningKeyLife ? Announce() : null;
        }

        if (AgeOf(NextPath) < RenewalRule.SigningKeyOverlap)
        {
            return null;
        }

        // Its file's time says since when it signs.
        Publish(NextPath);
        WriteKey(SigningKeyPath, File.ReadAllText(NextPath));
        File.Delete(NextPath);
        return "service account tokens are signed with the new key from now on";
    }

    /// <summary>Makes the next key, which verifies from now on and signs after the overlap.</summary>
    public string Announce()
    {
        if (File.Exists(NextPath))
        {
            return "there is a next key of service account tokens already, which signs in time";
        }

        WriteKey(NextPath, KeyFactory.ToPem(KeyFactory.NewRsa()));
        Publish(NextPath);
        return "made the next key of service account tokens";
    }

    private TimeSpan AgeOf(string path) => time.GetUtcNow() - new DateTimeOffset(File.GetLastWriteTimeUtc(path));

    private void WriteKey(string path, string pem)
    {
        AtomicFile.Write(path, pem);
        File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
    }

    private void Publish(string keyPath)
    {
        using var key = KeyFactory.FromPem(File.ReadAllText(keyPath));
        var pem = KeyFactory.ToPublicPem(key);
        var there = File.Exists(VerificationPath) ? File.ReadAllText(VerificationPath) : "";
        if (!there.Contains(pem.Trim(), StringComparison.Ordinal))
        {
            AtomicFile.Write(VerificationPath, there + pem, AtomicFile.WorldReadable);
        }
    }
}
