using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.ApiServer.Connect;

/// <summary>How the server calls kubelets, pods and Services: with its own certificate, and believing theirs, as upstream does unless told otherwise.</summary>
internal sealed class BackendClient : IDisposable
{
    private readonly Func<X509Certificate2> _certificate;
    private readonly HttpMessageInvoker _http;

    public BackendClient(Func<X509Certificate2> certificate)
    {
        _certificate = certificate;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            SslOptions = TlsFor(""),
        });
    }

    /// <summary>Sends a request; the answer's body is read as it comes.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _http.SendAsync(request, cancellationToken);

    /// <summary>TLS towards a host.</summary>
    public SslClientAuthenticationOptions TlsFor(string host) => new()
    {
        TargetHost = host,
        LocalCertificateSelectionCallback = (_, _, _, _, _) => _certificate(),
        RemoteCertificateValidationCallback = (_, _, _, _) => true,
    };

    public void Dispose() => _http.Dispose();
}
