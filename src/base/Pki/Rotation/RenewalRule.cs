using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki.Rotation;

/// <summary>When certificates are renewed. Pure.</summary>
public static class RenewalRule
{
    /// <summary>How long a new authority is made known before it signs: everybody must have heard of it by then.</summary>
    public static TimeSpan AuthorityOverlap { get; } = TimeSpan.FromDays(30);

    /// <summary>How long a key signs service account tokens.</summary>
    public static TimeSpan SigningKeyLife { get; } = TimeSpan.FromDays(365);

    /// <summary>How long a new signing key is made known before it signs.</summary>
    public static TimeSpan SigningKeyOverlap { get; } = TimeSpan.FromDays(1);

    /// <summary>A certificate is renewed when less than a third of its life is left, or before it is valid at all.</summary>
    public static bool IsDue(X509Certificate2 certificate, DateTimeOffset now)
    {
        var (from, until) = (new DateTimeOffset(certificate.NotBefore.ToUniversalTime()), ExpiryOf(certificate));
        return until - now < (until - from) / 3;
    }

    /// <summary>When a certificate ends.</summary>
    public static DateTimeOffset ExpiryOf(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());
}
