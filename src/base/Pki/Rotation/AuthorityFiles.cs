using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki.Rotation;

/// <summary>
/// An authority kept in files, and its replacement by overlap: <c>NAME.crt</c> is what others trust, its first certificate is the one that
/// <c>NAME.key</c> signs with. A third of its life before it ends, a successor (<c>NAME-next.crt</c>, <c>NAME-next.key</c>) joins what is trusted; a month
/// later the successor signs, and the old one stays trusted until it has expired. Not thread safe; one process keeps the files.
/// </summary>
public sealed class AuthorityFiles(string directory, string name, string commonName, TimeProvider time)
{
    /// <summary>What others trust: the signer's certificate first.</summary>
    public string CertificatePath => Path.Combine(directory, name + ".crt");

    /// <summary>The signer's key.</summary>
    public string KeyPath => Path.Combine(directory, name + ".key");

    private string NextCertificatePath => Path.Combine(directory, name + "-next.crt");

    private string NextKeyPath => Path.Combine(directory, name + "-next.key");

    /// <summary>The authority that signs. Throws where there is none.</summary>
    public CertificateAuthority Signer => CertificateAuthority.Load(CertificatePath, KeyPath, time);

    /// <summary>Follows the files.</summary>
    public ReloadingFile<CertificateAuthority> Watch() => new([CertificatePath, KeyPath], () => Signer, time, CertificateFiles.ReloadPeriod);

    /// <summary>Makes the authority where there is none, and takes the next step of its replacement when it is time. Says what was done; null for nothing.</summary>
    public string? Keep()
    {
        var now = time.GetUtcNow();
        if (!File.Exists(CertificatePath) || !File.Exists(KeyPath))
        {
            var first = CertificateAuthority.Create(commonName, time);
            AtomicFile.Write(KeyPath, KeyFactory.ToPem(first.Key));
            AtomicFile.Write(CertificatePath, first.CertificatePem, AtomicFile.WorldReadable);
            return $"made the authority {name}";
        }

        var signer = CertificateFiles.LoadBundle(CertificatePath)[0];
        if (File.Exists(NextCertificatePath) && File.Exists(NextKeyPath))
        {
            var next = CertificateFiles.LoadBundle(NextCertificatePath)[0];
            var known = new DateTimeOffset(next.NotBefore.ToUniversalTime());
            var begun = signer.Thumbprint == next.Thumbprint;
            return begun || now - known >= RenewalRule.AuthorityOverlap || RenewalRule.ExpiryOf(signer) - now < RenewalRule.AuthorityOverlap ? Switch(next) : DropExpired(now);
        }

        return RenewalRule.IsDue(signer, now) ? Announce() : DropExpired(now);
    }

    /// <summary>Makes a successor, which others trust from now on and which signs after the overlap.</summary>
    public string Announce()
    {
        if (File.Exists(NextCertificatePath))
        {
            return $"the authority {name} has a successor already, which signs in time";
        }

        var next = CertificateAuthority.Create(commonName, time);
        AtomicFile.Write(NextKeyPath, KeyFactory.ToPem(next.Key));
        AtomicFile.Write(NextCertificatePath, next.CertificatePem, AtomicFile.WorldReadable);
        Publish([.. CertificateFiles.LoadBundle(CertificatePath), next.Certificate]);
        return $"made a successor of the authority {name}, which signs in {RenewalRule.AuthorityOverlap.TotalDays:0} days";
    }

    // A crash in between leaves a bundle that begins with the successor beside the old key; the next call begins anew.
    private string Switch(X509Certificate2 next)
    {
        Publish([next, .. CertificateFiles.LoadBundle(CertificatePath).Where(each => each.Thumbprint != next.Thumbprint)]);
        AtomicFile.Write(KeyPath, File.ReadAllText(NextKeyPath));
        File.Delete(NextCertificatePath);
        File.Delete(NextKeyPath);
        return $"the successor of the authority {name} signs from now on";
    }

    private string? DropExpired(DateTimeOffset now)
    {
        var bundle = CertificateFiles.LoadBundle(CertificatePath);
        X509Certificate2[] left = [bundle[0], .. bundle.Skip(1).Where(each => RenewalRule.ExpiryOf(each) > now)];
        if (left.Length == bundle.Count)
        {
            return null;
        }

        Publish(left);
        return $"an expired certificate of the authority {name} is no longer trusted";
    }

    private void Publish(IEnumerable<X509Certificate2> certificates) =>
        AtomicFile.Write(CertificatePath, string.Concat(certificates.Select(each => each.ExportCertificatePem() + "\n")), AtomicFile.WorldReadable);
}
