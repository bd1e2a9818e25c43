using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Cybernetes.Client.Configuration;
using Cybernetes.Pki;

namespace Cybernetes.ApiServer.Authentication.Webhooks;

/// <summary>Posts JSON to the server that a kubeconfig names: how the server calls token, authorization and audit webhooks. Thread safe.</summary>
public sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client;
    private readonly Uri _address;

    private WebhookClient(ClientConfig config)
    {
        _address = config.Server;
        _client = new HttpClient(new SocketsHttpHandler { SslOptions = Tls(config), PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = _timeout };
        var token = config.BearerToken.Length > 0 ? config.BearerToken : config.BearerTokenFile.Length > 0 ? File.ReadAllText(config.BearerTokenFile).Trim() : "";
        if (token.Length > 0)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        else if (config.Username.Length > 0)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{config.Username}:{config.Password}")));
        }
    }

    /// <summary>Reads the kubeconfig's current context.</summary>
    public static WebhookClient FromKubeconfig(string path) => new(Kubeconfig.Load(path).ToClientConfig());

    /// <summary>Posts a body and gives the answer's. Throws <see cref="IOException"/> when there is none or it is no success.</summary>
    public async ValueTask<byte[]> PostAsync(byte[] json, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new ByteArrayContent(json);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _client.PostAsync(_address, content, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? body : throw new IOException($"Post \"{_address}\": the webhook answered {(int)response.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"Post \"{_address}\": {e.Message}", e);
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"Post \"{_address}\": context deadline exceeded", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static SslClientAuthenticationOptions Tls(ClientConfig config)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = config.TlsServerName.Length > 0 ? config.TlsServerName : config.Server.Host };
        if (config.InsecureSkipTlsVerify)
        {
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        }
        else if (Pem(config.CertificateAuthorityData, config.CertificateAuthorityFile) is { } ca)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPem(ca);
            options.CertificateChainPolicy = policy;
        }
        if (Pem(config.ClientCertificateData, config.ClientCertificateFile) is { } certificate && Pem(config.ClientKeyData, config.ClientKeyFile) is { } key)
        {
            options.ClientCertificates = [X509Certificate2.CreateFromPem(certificate, key)];
        }
        return options;
    }

    private static string? Pem(string data, string file)
    {
        if (data.Length > 0)
        {
            return data.Contains("-----BEGIN", StringComparison.Ordinal) ? data : Encoding.UTF8.GetString(Convert.FromBase64String(data));
        }
        return file.Length > 0 ? File.ReadAllText(file) : null;
    }
}
