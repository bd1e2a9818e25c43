using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Api.Machinery;
using Cybernetes.Pki;

namespace Cybernetes.Client.Configuration;

/// <summary>Runs a credential program and keeps what it gave until it expires or is refused. Thread safe.</summary>
internal sealed class ExecCredentials(ExecConfig config, ClientConfig cluster, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Credential? _credential;

    /// <summary>What the program gave.</summary>
    internal sealed record Credential(string? Token, X509Certificate2? Certificate, DateTimeOffset? Expiration);

    /// <summary>The credential, from the program if there is none or it has expired.</summary>
    public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        if (Valid(_credential) is { } held)
        {
            return held;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Valid(_credential) ?? (_credential = await RunAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Forgets a credential that the server has refused.</summary>
    public void Refused(Credential credential) => Interlocked.CompareExchange(ref _credential, null, credential);

    public void Dispose() => _gate.Dispose();

    private Credential? Valid(Credential? credential) =>
        credential is not null && (credential.Expiration is not { } end || end > time.GetUtcNow()) ? credential : null;

    private async Task<Credential> RunAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(config.Command, config.Args) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in config.Env)
        {
            start.Environment[name] = value;
        }

        start.Environment["KUBERNETES_EXEC_INFO"] = ExecInfo().ToString();
        Process process;
        try
        {
            process = Process.Start(start) ?? throw new ConfigurationException($"exec: executable {config.Command} failed to start");
        }
        catch (Win32Exception e)
        {
            var hint = config.InstallHint.Length > 0 ? $"\n\n{config.InstallHint}" : "";
            throw new ConfigurationException($"getting credentials: exec: executable {config.Command} not found{hint}", e);
        }

        using (process)
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new ConfigurationException($"getting credentials: exec: executable {config.Command} failed with exit code {process.ExitCode}");
            }

            return Read(output);
        }
    }

    private Value ExecInfo()
    {
        var spec = Value.MapOf(("interactive", config.InteractiveMode != "Never" && !Console.IsInputRedirected));
        if (config.ProvideClusterInfo)
        {
            var about = Value.MapOf(("server", cluster.Server.ToString().TrimEnd('/')));
            about = cluster.TlsServerName.Length > 0 ? about.With("tls-server-name", cluster.TlsServerName) : about;
            about = cluster.InsecureSkipTlsVerify ? about.With("insecure-skip-tls-verify", true) : about;
            about = cluster.CertificateAuthorityData.Length > 0
                ? about.With("certificate-authority-data", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(cluster.CertificateAuthorityData)))
                : about;
            about = config.ClusterConfig.IsNull ? about : about.With("config", config.ClusterConfig);
            spec = spec.With("cluster", about);
        }

        return Value.MapOf(("kind", "ExecCredential"), ("apiVersion", config.ApiVersion), ("spec", spec));
    }

    private Credential Read(string output)
    {
        Value document;
        try
        {
            document = Value.ParseJson(output);
        }
        catch (WireException e)
        {
            throw new ConfigurationException($"getting credentials: decoding stdout: {e.Message}", e);
        }

        if (document["kind"].AsString != "ExecCredential")
        {
            throw new ConfigurationException("getting credentials: decoding stdout: no kind \"ExecCredential\" found");
        }

        if (document["apiVersion"].AsString != config.ApiVersion)
        {
            throw new ConfigurationException($"getting credentials: exec plugin is configured to use API version {config.ApiVersion}, plugin returned version {document["apiVersion"].AsString}");
        }

        var status = document["status"];
        if (!status.IsMap)
        {
            throw new ConfigurationException("getting credentials: exec plugin didn't return a status field");
        }

        var (token, certificate, key) = (status["token"].AsString ?? "", status["clientCertificateData"].AsString ?? "", status["clientKeyData"].AsString ?? "");
        if (token.Length == 0 && certificate.Length == 0 && key.Length == 0)
        {
            throw new ConfigurationException("getting credentials: exec plugin didn't return a token or cert/key pair");
        }

        if (certificate.Length == 0 != (key.Length == 0))
        {
            throw new ConfigurationException("getting credentials: exec plugin returned only certificate or key, not both");
        }

        return new(
            token.Length > 0 ? token : null,
            certificate.Length > 0 ? PairFromPem(certificate, key) : null,
            status["expirationTimestamp"].AsString is { } end ? Time.Parse(end).Moment : null);
    }

    internal static X509Certificate2 PairFromPem(string certificatePem, string keyPem)
    {
        using var certificate = X509Certificate2.CreateFromPem(certificatePem);
        using var key = KeyFactory.FromPem(keyPem);
        return key switch
        {
            System.Security.Cryptography.ECDsa ecdsa => certificate.CopyWithPrivateKey(ecdsa),
            System.Security.Cryptography.RSA rsa => certificate.CopyWithPrivateKey(rsa),
            _ => throw new ConfigurationException("only RSA and ECDSA client keys are supported"),
        };
    }
}
