using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki.Tests;

public sealed class CertificateTests
{
    private readonly CertificateAuthority _ca = CertificateAuthority.Create("kubernetes", TimeProvider.System);

    [Fact]
    public void AClientCertificateCarriesNameAndGroupsAndChainsToItsAuthority()
    {
        var issued = _ca.Issue(new CertificateTemplate("kubernetes-admin") { Organizations = ["system:masters", "dev*"], Purpose = KeyPurpose.Client });
        var subject = DistinguishedName.Of(issued.Certificate);
        Assert.Equal("kubernetes-admin", subject.CommonName);
        Assert.Equal(["dev*", "system:masters"], subject.Organizations.Order(StringComparer.Ordinal));
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.Add(_ca.Certificate);
        Assert.True(chain.Build(issued.Certificate), string.Join(",", chain.ChainStatus.Select(s => s.StatusInformation)));
        Assert.True(issued.WithKey().HasPrivateKey);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ASigningRequestBecomesACertificateWithItsNamesAndTheUsagesGiven(bool rsa)
    {
        var pem = SigningRequest.Create(new DistinguishedName("system:node:n1", ["system:nodes"]), rsa ? KeyFactory.NewRsa() : KeyFactory.NewEcdsa(),
            ["n1.local"], [IPAddress.Parse("10.0.0.1"), IPAddress.Parse("fd00::1")]);
        var csr = SigningRequest.FromPem(pem);
        Assert.Equal(("system:node:n1", "system:nodes"), (csr.Subject.CommonName, csr.Subject.Organizations.Single()));
        Assert.Equal(["n1.local"], csr.Names.DnsNames);
        var now = DateTimeOffset.UtcNow;
        var certificate = _ca.Sign(csr, ["digital signature", "server auth"], now, now.AddDays(1));
        Assert.True(certificate.MatchesHostname("n1.local"));
        Assert.Contains(certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>(), o => o.Value == "1.3.6.1.5.5.7.3.1");
    }

    [Fact]
    public void ACertificateNeverOutlivesItsAuthority()
    {
        var issued = _ca.Issue(new CertificateTemplate("x") { Validity = TimeSpan.FromDays(99999) });
        Assert.Equal(_ca.Certificate.NotAfter, issued.Certificate.NotAfter);
    }

    [Fact]
    public void KeysAreWrittenForTheirOwnerOnlyAndReloadedWhenTheyChange()
    {
        var folder = Directory.CreateTempSubdirectory("pki");
        try
        {
            var (cert, key) = (Path.Combine(folder.FullName, "a.crt"), Path.Combine(folder.FullName, "a.key"));
            _ca.Issue(new CertificateTemplate("one")).WriteTo(cert, key);
            Assert.Equal(AtomicFile.OwnerOnly, File.GetUnixFileMode(key));
            var watched = new ReloadingFile<X509Certificate2>([cert, key], () => CertificateFiles.LoadPair(cert, key), TimeProvider.System, TimeSpan.Zero);
            Assert.Equal("CN=one", watched.Current.Subject);
            _ca.Issue(new CertificateTemplate("another")).WriteTo(cert, key);
            Assert.Equal("CN=another", watched.Current.Subject);
            File.WriteAllText(cert, "broken");
            Assert.Equal("CN=another", watched.Current.Subject);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void ThePinIsSixtyFourHexDigits() => Assert.Matches("^sha256:[0-9a-f]{64}$", PublicKeyPin.Of(_ca.Certificate));
}
