using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Cybernetes.Pki.Rotation;

/// <summary>A kubeconfig that we wrote, with the client certificate in it, kept up to date. Not thread safe; one process keeps the file.</summary>
public sealed class KubeconfigFile(string path, TimeProvider time)
{
    private const string CertificateKey = "client-certificate-data: ";

    /// <summary>The certificate in the file; null where there is none that can be read.</summary>
    public X509Certificate2? Certificate()
    {
        try
        {
            return File.Exists(path) && Data(File.ReadAllText(path), CertificateKey) is { } pem ? X509Certificate2.CreateFromPem(pem) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes the file anew where its certificate must be issued again, or its server or authorities have changed. Says what was done; null for nothing.</summary>
    public string? Keep(CertificateAuthority authority, string authorityBundle, string server, CertificateTemplate wanted)
    {
        using var there = Certificate();
        var why = there is null ? "there was none" : LeafFiles.Why(there, authority.Certificate, wanted, time.GetUtcNow()) ?? WhyOtherwise(authorityBundle, server);
        if (why is null)
        {
            return null;
        }

        var issued = authority.Issue(wanted);
        AtomicFile.Write(path, KubeconfigWriter.WithCertificate(server, authorityBundle, "kubernetes", wanted.CommonName, issued.CertificatePem, issued.KeyPem));
        return $"wrote {Path.GetFileName(path)}: {why}";
    }

    /// <summary>Issues the certificate again as it is.</summary>
    public void Renew(CertificateAuthority authority)
    {
        var text = File.ReadAllText(path);
        var issued = authority.Issue(LeafFiles.TemplateOf(Certificate() ?? throw new CryptographicException($"{path} holds no client certificate")));
        text = Replace(text, CertificateKey, issued.CertificatePem);
        AtomicFile.Write(path, Replace(text, "client-key-data: ", issued.KeyPem));
    }

    private string? WhyOtherwise(string bundle, string server)
    {
        var text = File.ReadAllText(path);
        return !text.Contains($"server: {server}\n", StringComparison.Ordinal) ? "the server's address has changed"
            : Data(text, "certificate-authority-data: ") != bundle ? "the authorities have changed"
            : null;
    }

    private static string? Data(string text, string key)
    {
        var start = text.IndexOf(key, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = text.IndexOf('\n', start);
        return Encoding.UTF8.GetString(Convert.FromBase64String((end < 0 ? text[start..] : text[start..end])[key.Length..].Trim()));
    }

    private static string Replace(string text, string key, string value)
    {
        var start = text.IndexOf(key, StringComparison.Ordinal) + key.Length;
        var end = text.IndexOf('\n', start);
        return text[..start] + Convert.ToBase64String(Encoding.UTF8.GetBytes(value)) + (end < 0 ? "" : text[end..]);
    }
}
