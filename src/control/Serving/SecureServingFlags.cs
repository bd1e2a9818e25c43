using System.Collections.Immutable;
using System.Net;
using Cybernetes.Base.Flags;

namespace Cybernetes.Serving;

/// <summary>The flags of secure serving and its delegated authentication and authorization: upstream's names and defaults.</summary>
public static class SecureServingFlags
{
    /// <summary>Declares the flags on a set; the answer reads them once they are parsed.</summary>
    public static Func<SecureServingOptions> AddTo(FlagSet flags, string component, int port)
    {
        var address = flags.String("bind-address", "0.0.0.0", "The IP address on which to listen for the --secure-port port. If blank or an unspecified address (0.0.0.0 or ::), all interfaces and IP address families will be used.");
        var securePort = flags.Int32("secure-port", port, "The port on which to serve HTTPS with authentication and authorization. If 0, don't serve HTTPS at all.");
        var directory = flags.String("cert-dir", "", "The directory where the TLS certs are located. If --tls-cert-file and --tls-private-key-file are provided, this flag will be ignored.");
        var certificate = flags.String("tls-cert-file", "", "File containing the default x509 Certificate for HTTPS. (CA cert, if any, concatenated after server cert).");
        var key = flags.String("tls-private-key-file", "", "File containing the default x509 private key matching --tls-cert-file.");
        var authority = flags.String("client-ca-file", "", "If set, any request presenting a client certificate signed by one of the authorities in the client-ca-file is authenticated with an identity corresponding to the CommonName of the client certificate.");
        var skip = flags.Bool("authentication-skip-lookup", false, "If false, the authentication-kubeconfig will be used to lookup missing authentication configuration from the cluster.");
        var allowed = flags.Strings("authorization-always-allow-paths", ["/healthz", "/readyz", "/livez"], "A list of HTTP paths to skip during authorization, i.e. these are authorized without contacting the 'core' kubernetes server.");
        var ttl = flags.Duration("authentication-token-webhook-cache-ttl", TimeSpan.FromSeconds(10), "The duration to cache responses from the webhook token authenticator.");
        return () => new SecureServingOptions(component)
        {
            BindAddress = address.Value.Length == 0 ? IPAddress.Any
                : IPAddress.TryParse(address.Value, out var ip) ? ip : throw new FlagException($"invalid argument \"{address.Value}\" for \"--bind-address\" flag: failed to parse IP: \"{address.Value}\""),
            Port = securePort.Value,
            CertificateDirectory = directory.Value,
            CertificateFile = certificate.Value,
            KeyFile = key.Value,
            ClientCaFile = authority.Value,
            SkipLookup = skip.Value,
            AlwaysAllowPaths = allowed.Value,
            CacheTtl = ttl.Value,
        };
    }
}
