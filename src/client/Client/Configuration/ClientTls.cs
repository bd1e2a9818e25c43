using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Pki;

namespace Cybernetes.Client.Configuration;

/// <summary>The TLS side of a configuration: whom we trust and what we show. Files are read again when they change. Thread safe.</summary>
public sealed class ClientTls
{
    private readonly ClientConfig _config;
    private readonly Func<X509Certificate2Collection>? _authorities;
    private readonly Func<X509Certificate2?> _certificate;

    internal ClientTls(ClientConfig config, ExecCredentials? exec, TimeProvider time)
    {
        _config = config;
        _authorities = Authorities(config, time);
        _certificate = Certificate(config, exec, time);
    }

    /// <summary>Options for connections to a server that is not the API server but is trusted and convinced alike.</summary>
    public static SslClientAuthenticationOptions OptionsFor(ClientConfig config, TimeProvider time) => new ClientTls(config, null, time).Options(config.Server.Host);

    /// <summary>Options for a connection to the server.</summary>
    public SslClientAuthenticationOptions Options(string host) => new()
    {
        TargetHost = _config.TlsServerName.Length > 0 ? _config.TlsServerName : host,
        RemoteCertificateValidationCallback = _config.ValidateServer ?? Validate,
        LocalCertificateSelectionCallback = (_, _, _, _, _) => _certificate()!,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
    };

    private bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (_config.InsecureSkipTlsVerify)
        {
            return true;
        }

        if (_authorities is null || certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return errors == SslPolicyErrors.None;
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.CustomTrustStore.AddRange(_authorities());
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return own.Build(certificate as X509Certificate2 ?? X509CertificateLoader.LoadCertificate(certificate.GetRawCertData()));
    }

    private static Func<X509Certificate2Collection>? Authorities(ClientConfig config, TimeProvider time)
    {
        if (config.CertificateAuthorityData.Length > 0)
        {
            var bundle = new X509Certificate2Collection();
            bundle.ImportFromPem(config.CertificateAuthorityData);
            return () => bundle;
        }

        if (config.CertificateAuthorityFile.Length == 0)
        {
            return null;
        }

        var file = CertificateFiles.WatchBundle(config.CertificateAuthorityFile, time);
        return () => file.Current;
    }

    private static Func<X509Certificate2?> Certificate(ClientConfig config, ExecCredentials? exec, TimeProvider time)
    {
        if (config.ClientCertificateData.Length > 0)
        {
            var keyPem = config.ClientKeyData.Length > 0 ? config.ClientKeyData : File.ReadAllText(config.ClientKeyFile);
            var pair = ExecCredentials.PairFromPem(config.ClientCertificateData, keyPem);
            return () => pair;
        }

        if (config.ClientCertificateFile.Length > 0)
        {
            if (config.ClientKeyData.Length > 0)
            {
                var mixed = ExecCredentials.PairFromPem(File.ReadAllText(config.ClientCertificateFile), config.ClientKeyData);
                return () => mixed;
            }

            var files = CertificateFiles.Watch(config.ClientCertificateFile, config.ClientKeyFile, time);
            return () => files.Current;
        }

        // A handshake happens after the request's own ask for credentials, so this answer is at hand.
        return exec is null ? () => null : () => exec.GetAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult().Certificate;
    }
}
