using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.ApiServer.Authentication.Certificates;

/// <summary>
/// Verifies client certificates against a bundle of authorities that may change. A connection shows the same certificate object with every
/// request, so a verified one is remembered as long as it and the bundle live. Thread safe.
/// </summary>
public sealed class CertificateVerifier(Func<X509Certificate2Collection> authorities, TimeProvider time)
{
    private const string ClientAuth = "1.3.6.1.5.5.7.3.2";
    private const string AnyPurpose = "2.5.29.37.0";

    private readonly ConditionalWeakTable<X509Certificate2, Verified> _verified = [];

    /// <summary>Null when the certificate is good for a client; else why it is not.</summary>
    public string? Verify(X509Certificate2 certificate, X509Certificate2Collection? intermediates)
    {
        var bundle = authorities();
        if (_verified.TryGetValue(certificate, out var verified) && ReferenceEquals(verified.Bundle, bundle) && time.GetUtcNow() < verified.Until)
        {
            return null;
        }
        var error = Build(certificate, intermediates, bundle);
        if (error is null)
        {
            _verified.AddOrUpdate(certificate, new Verified(bundle, certificate.NotAfter.ToUniversalTime()));
        }
        return error;
    }

    private string? Build(X509Certificate2 certificate, X509Certificate2Collection? intermediates, X509Certificate2Collection bundle)
    {
        var purposes = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault();
        if (purposes is not null && !purposes.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Any(o => o.Value is ClientAuth or AnyPurpose))
        {
            return "x509: certificate specifies an incompatible key usage";
        }
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.VerificationTime = time.GetUtcNow().UtcDateTime;
        policy.VerificationTimeIgnored = false;
        policy.DisableCertificateDownloads = true;
        policy.CustomTrustStore.AddRange(bundle);
        if (intermediates is not null)
        {
            policy.ExtraStore.AddRange(intermediates);
        }
        if (chain.Build(certificate))
        {
            return null;
        }
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
        return status.HasFlag(X509ChainStatusFlags.NotTimeValid)
            ? "x509: certificate has expired or is not yet valid"
            : "x509: certificate signed by unknown authority";
    }

    private sealed record Verified(X509Certificate2Collection Bundle, DateTimeOffset Until);
}
