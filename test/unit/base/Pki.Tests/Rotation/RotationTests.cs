using System.Net;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Pki.Rotation;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.Pki.Tests.Rotation;

/// <summary>Years of a cluster under a clock that moves when told: whatever is made is replaced in time, and nothing that is in use stops being believed.</summary>
public sealed class RotationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("c8s-rotation");
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly AuthorityFiles _authority;
    private readonly LeafFiles _leaf;
    private readonly CertificateTemplate _template = new("kube-apiserver") { DnsNames = ["kubernetes"], IpAddresses = [IPAddress.Parse("10.0.0.1")], Purpose = KeyPurpose.Server };

    public RotationTests()
    {
        _authority = new AuthorityFiles(_folder.FullName, "ca", "kubernetes", _time);
        _leaf = new LeafFiles(_folder.FullName, "apiserver", _time);
        _authority.Keep();
        _leaf.Keep(_authority.Signer, _template);
    }

    [Fact]
    public void ALeafIsRenewedWhenAThirdOfItsLifeIsLeftAndNotBefore()
    {
        _time.Advance(TimeSpan.FromDays(240));
        Assert.Null(_leaf.Keep(_authority.Signer, _template));
        _time.Advance(TimeSpan.FromDays(5));
        Assert.Contains("it ends on 2027-01-01", _leaf.Keep(_authority.Signer, _template));
        Assert.Null(_leaf.Keep(_authority.Signer, _template));
    }

    [Fact]
    public void ALeafIsIssuedAnewForAnotherAddress()
    {
        var moved = _template with { IpAddresses = [IPAddress.Parse("10.0.0.2")] };
        Assert.Contains("what it is valid for has changed", _leaf.Keep(_authority.Signer, moved));
        Assert.Null(_leaf.Keep(_authority.Signer, moved));
    }

    [Fact]
    public void InTwentyYearsNothingExpiresAndEveryClientThatLooksOnceInAWhileBelievesTheServer()
    {
        var seen = CertificateFiles.LoadBundle(_authority.CertificatePath);
        var authorities = new HashSet<string>();
        for (var day = 0; day < 20 * 365; day += 4)
        {
            _time.Advance(TimeSpan.FromDays(4));
            _authority.Keep();
            _leaf.Keep(_authority.Signer, _template);
            if (day % 28 == 0)
            {
                seen = CertificateFiles.LoadBundle(_authority.CertificatePath);
            }

            if (day % 20 == 0)
            {
                using var leaf = CertificateFiles.LoadPair(_leaf.CertificatePath, _leaf.KeyPath);
                Assert.True(RenewalRule.ExpiryOf(leaf) - _time.GetUtcNow() > TimeSpan.FromDays(30), $"day {day}: the leaf ends on {leaf.NotAfter}");
                Assert.True(IsBelieved(leaf, seen), $"day {day}: the server is not believed");
                authorities.Add(_authority.Signer.Certificate.Thumbprint);
            }
        }

        Assert.Equal(3, authorities.Count);
        Assert.True(CertificateFiles.LoadBundle(_authority.CertificatePath).Count <= 3);
    }

    [Fact]
    public void ASwitchOfAuthoritiesThatWasInterruptedIsFinished()
    {
        _authority.Announce();
        _time.Advance(RenewalRule.AuthorityOverlap + TimeSpan.FromHours(1));

        // The bundle is written and the key is not: what a power loss in between leaves.
        var bundle = CertificateFiles.LoadBundle(_authority.CertificatePath);
        File.WriteAllText(_authority.CertificatePath, string.Concat(bundle.Reverse().Select(each => each.ExportCertificatePem() + "\n")));
        Assert.NotNull(_authority.Keep());
        var signer = _authority.Signer;
        using var leaf = signer.Issue(_template).WithKey();
        Assert.True(IsBelieved(leaf, CertificateFiles.LoadBundle(_authority.CertificatePath)));
        Assert.Null(_authority.Keep());
    }

    [Fact]
    public void TokensAreBelievedBeforeDuringAndAfterTheirKeyChanges()
    {
        var keys = new SigningKeyFiles(_folder.FullName, _time);
        keys.Keep();
        var watched = keys.Watch([]);
        var first = Sign(watched.Current);
        _time.Advance(TimeSpan.FromDays(366));
        Assert.NotNull(keys.Keep());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, watched.Current.VerificationKeys.Count);
        var during = Sign(watched.Current);
        Assert.Equal(first.KeyId, during.KeyId);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(keys.Keep());
        _time.Advance(TimeSpan.FromMinutes(1));
        var after = Sign(watched.Current);
        Assert.NotEqual(first.KeyId, after.KeyId);
        Assert.All(new[] { first, during, after }, signed => Assert.True(JwtToken.TryParse(signed.Token)!.IsSignedBy(watched.Current.VerificationKeys)));
        Assert.Null(keys.Keep());
    }

    [Fact]
    public void AKubeconfigIsWrittenAnewForItsCertificateItsServerAndItsAuthorities()
    {
        var file = new KubeconfigFile(Path.Combine(_folder.FullName, "admin.kubeconfig"), _time);
        var wanted = new CertificateTemplate("kubernetes-admin") { Organizations = ["system:masters"], Purpose = KeyPurpose.Client };
        string? Keep(string server) => file.Keep(_authority.Signer, File.ReadAllText(_authority.CertificatePath), server, wanted);
        Assert.Contains("there was none", Keep("https://127.0.0.1:6443"));
        Assert.Null(Keep("https://127.0.0.1:6443"));
        Assert.Contains("address has changed", Keep("https://127.0.0.1:7443"));
        _authority.Announce();
        Assert.Contains("authorities have changed", Keep("https://127.0.0.1:7443"));
        _time.Advance(TimeSpan.FromDays(300));
        Assert.Contains("it ends on", Keep("https://127.0.0.1:7443"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private (string Token, string KeyId) Sign(ServiceAccountKeys keys) => (Jwt.Sign(keys.SigningKey!, json => json.WriteString("iss", "test")), keys.SigningKey!.KeyId);

    private bool IsBelieved(X509Certificate2 leaf, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _time.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        return chain.Build(leaf);
    }
}
