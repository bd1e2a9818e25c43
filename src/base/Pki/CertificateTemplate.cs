using System.Net;

namespace Cybernetes.Pki;

/// <summary>What a leaf certificate shall say.</summary>
public sealed record CertificateTemplate(string CommonName)
{
    /// <summary>Groups, for a client certificate.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>DNS names it is valid for.</summary>
    public IReadOnlyList<string> DnsNames { get; init; } = [];

    /// <summary>Addresses it is valid for.</summary>
    public IReadOnlyList<IPAddress> IpAddresses { get; init; } = [];

    /// <summary>Its purpose; both server and client by default.</summary>
    public KeyPurpose Purpose { get; init; } = KeyPurpose.Server | KeyPurpose.Client;

    /// <summary>How long it is valid; a year, as kubeadm's.</summary>
    public TimeSpan Validity { get; init; } = TimeSpan.FromDays(365);
}
