using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki;

/// <summary>Reads certificates from PEM files, once or with reload.</summary>
public static class CertificateFiles
{
    /// <summary>How often a reloading certificate looks at its files.</summary>
    public static TimeSpan ReloadPeriod { get; } = TimeSpan.FromSeconds(10);

    /// <summary>A leaf joined with its key, for TLS.</summary>
    public static X509Certificate2 LoadPair(string certificatePath, string keyPath)
    {
        using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(certificatePath));
        using var key = KeyFactory.FromPem(File.ReadAllText(keyPath));
        return IssuedCertificate.Join(certificate, key);
    }

    /// <summary>All certificates of a bundle.</summary>
    public static X509Certificate2Collection LoadBundle(string path)
    {
        var bundle = new X509Certificate2Collection();
        bundle.ImportFromPem(File.ReadAllText(path));
        return bundle;
    }

    /// <summary>A leaf with its key, read again when the files change.</summary>
    public static ReloadingFile<X509Certificate2> Watch(string certificatePath, string keyPath, TimeProvider time, Action<Exception>? onError = null) =>
        new([certificatePath, keyPath], () => LoadPair(certificatePath, keyPath), time, ReloadPeriod, onError);

    /// <summary>A bundle, read again when the file changes.</summary>
    public static ReloadingFile<X509Certificate2Collection> WatchBundle(string path, TimeProvider time, Action<Exception>? onError = null) =>
        new([path], () => LoadBundle(path), time, ReloadPeriod, onError);
}
