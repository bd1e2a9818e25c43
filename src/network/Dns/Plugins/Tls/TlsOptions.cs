using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Dns.Corefile;

namespace Cybernetes.Dns.Plugins.Tls;

/// <summary>"tls CERT KEY [CA] { client_auth MODE }": the certificate of a block's "tls://" keys.</summary>
internal static class TlsOptions
{
    /// <summary>Reads the directive and the files it names, relative to <paramref name="root"/>.</summary>
    public static SslServerAuthenticationOptions Parse(Directive directive, string root)
    {
        if (directive.Arguments.Length is not (2 or 3))
        {
            throw directive.Error("Wrong argument count or unexpected line ending after 'tls'");
        }

        var mode = "nocert";
        foreach (var line in directive.Block)
        {
            mode = line.Name == "client_auth" ? line.One() : throw line.Error($"unknown option '{line.Name}'");
            if (mode is not ("nocert" or "request" or "require" or "verify_if_given" or "require_and_verify"))
            {
                throw line.Error($"unknown authentication type '{mode}'");
            }
        }

        try
        {
            var paths = directive.Arguments.Select(a => Path.Combine(root, a)).ToArray();
            using var pem = X509Certificate2.CreateFromPemFile(paths[0], paths[1]);

            // Taken through PKCS#12: a key that is only in memory cannot be used by every platform's TLS.
            var certificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
            var authorities = new X509Certificate2Collection();
            if (paths.Length == 3)
            {
                authorities.ImportFromPemFile(paths[2]);
            }

            return new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                ClientCertificateRequired = mode != "nocert",
                RemoteCertificateValidationCallback = (_, client, _, _) => Accepts(mode, client as X509Certificate2, authorities),
                ApplicationProtocols = [new SslApplicationProtocol("dot")],
            };
        }
        catch (Exception e) when (e is IOException or CryptographicException or ArgumentException)
        {
            throw directive.Error(e.Message);
        }
    }

    private static bool Accepts(string mode, X509Certificate2? client, X509Certificate2Collection authorities)
    {
        if (client is null)
        {
            return mode is not ("require" or "require_and_verify");
        }

        if (mode is not ("verify_if_given" or "require_and_verify"))
        {
            return true;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(client);
    }
}
