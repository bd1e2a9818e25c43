using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Certificates;

/// <summary>Deletes requests that are done with: an hour after approval, denial or failure, a day where nobody has decided, or with their certificate.</summary>
public sealed class CsrCleaner : IController
{
    private static readonly TimeSpan _decided = TimeSpan.FromHours(1);
    private static readonly TimeSpan _pending = TimeSpan.FromHours(24);
    private readonly ControllerContext _context;
    private readonly SharedInformer<CertificateSigningRequest> _requests;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public CsrCleaner(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("certificate_csrcleaner", 1, ReconcileAsync);
        _requests = context.Informers.For<CertificateSigningRequest>();
        _requests.AddHandler(request => _host.Queue.Add(request.Metadata.Name), (_, request) => _host.Queue.Add(request.Metadata.Name));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    /// <summary>When a request is to go. Pure.</summary>
    public static DateTimeOffset EndOf(CertificateSigningRequest csr)
    {
        var end = csr.Metadata.CreationTimestamp.Moment + _pending;
        foreach (var condition in csr.Status.Conditions)
        {
            if (condition.Type is "Denied" or "Failed" || (condition.Type == "Approved" && !csr.Status.Certificate.IsEmpty))
            {
                var gone = condition.LastUpdateTime.Moment + _decided;
                end = gone < end ? gone : end;
            }
        }

        if (!csr.Status.Certificate.IsEmpty)
        {
            try
            {
                using var certificate = X509Certificate2.CreateFromPem(csr.Status.Certificate.ToString());
                var expiry = new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
                end = expiry < end ? expiry : end;
            }
            catch (CryptographicException)
            {
                // A certificate of another signer that cannot be read does not expire.
            }
        }

        return end;
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_requests.Get("", name) is not { } csr)
        {
            return null;
        }

        var left = EndOf(csr) - _context.Now;
        if (left > TimeSpan.Zero)
        {
            return left;
        }

        (await _context.Client.DeleteAsync<CertificateSigningRequest>("", name, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        return null;
    }
}
