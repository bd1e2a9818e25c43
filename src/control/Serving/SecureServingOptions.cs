using System.Net;

namespace Cybernetes.Serving;

/// <summary>How a component of the control plane serves its own pages: upstream's secure serving, delegated authentication and authorization. Immutable.</summary>
/// <param name="Component">The component's name, which the certificate made by itself is named after.</param>
public sealed record SecureServingOptions(string Component)
{
    /// <summary><c>--bind-address</c>.</summary>
    public IPAddress BindAddress { get; init; } = IPAddress.Any;

    /// <summary><c>--secure-port</c>; 0 serves nothing.</summary>
    public int Port { get; init; }

    /// <summary><c>--cert-dir</c>: where a certificate made by itself is kept; empty keeps it in memory.</summary>
    public string CertificateDirectory { get; init; } = "";

    /// <summary><c>--tls-cert-file</c>.</summary>
    public string CertificateFile { get; init; } = "";

    /// <summary><c>--tls-private-key-file</c>.</summary>
    public string KeyFile { get; init; } = "";

    /// <summary><c>--client-ca-file</c>; empty asks the cluster's <c>extension-apiserver-authentication</c>.</summary>
    public string ClientCaFile { get; init; } = "";

    /// <summary><c>--authentication-skip-lookup</c>: the cluster is not asked.</summary>
    public bool SkipLookup { get; init; }

    /// <summary><c>--authorization-always-allow-paths</c>: paths, with <c>*</c> at the end for a beginning.</summary>
    public IReadOnlyList<string> AlwaysAllowPaths { get; init; } = ["/healthz", "/readyz", "/livez"];

    /// <summary><c>--authentication-token-webhook-cache-ttl</c> and the two of authorization.</summary>
    public TimeSpan CacheTtl { get; init; } = TimeSpan.FromSeconds(10);
}
