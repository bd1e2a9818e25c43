using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;
using Cybernetes.Pki;

namespace Cybernetes.Controllers.Certificates;

/// <summary>Signs approved requests of the built-in signers with the cluster's authority.</summary>
public sealed class CsrSigner : IController
{
    private static readonly TimeSpan _backdate = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(10);
    private readonly ControllerContext _context;
    private readonly SharedInformer<CertificateSigningRequest> _requests;
    private readonly ReloadingFile<CertificateAuthority> _authority;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public CsrSigner(ControllerContext context)
    {
        _context = context;
        var (certificate, key) = (context.Options.ClusterSigningCertFile, context.Options.ClusterSigningKeyFile);
        _authority = new([certificate, key], () => CertificateAuthority.Load(certificate, key, context.Time), context.Time, TimeSpan.FromSeconds(10));
        _host = context.Host<string>("certificate_csrsigning", 5, ReconcileAsync);
        _requests = context.Informers.For<CertificateSigningRequest>();
        _requests.AddHandler(request => _host.Queue.Add(request.Metadata.Name), (_, request) => _host.Queue.Add(request.Metadata.Name));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private async ValueTask ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_requests.Get("", name) is not { Spec.SignerName: Signers.Client or Signers.KubeletClient or Signers.KubeletServing or Signers.Legacy } csr
            || !csr.Status.Certificate.IsEmpty
            || csr.Status.Conditions.All(condition => condition.Type != "Approved")
            || csr.Status.Conditions.Any(condition => condition.Type is "Denied" or "Failed"))
        {
            return;
        }

        var now = _context.Now;
        if (CsrApprover.Parse(csr) is not { } request)
        {
            throw new IOException($"unable to parse csr \"{name}\"");
        }

        if (Signers.Refuse(csr.Spec.SignerName, request, csr.Spec.Usages) is { } trouble)
        {
            // The legacy signer serves anything, so that what does not fit it is an error of the approver's; the others tell.
            var failed = new CertificateSigningRequestCondition
            {
                Type = "Failed", Status = "True", Reason = "SignerValidationFailure", Message = trouble, LastUpdateTime = now, LastTransitionTime = now,
            };
            await WriteAsync(csr with { Status = csr.Status with { Conditions = csr.Status.Conditions.Add(failed) } }, cancellationToken).ConfigureAwait(false);
            return;
        }

        var certificate = _authority.Current.Sign(request, csr.Spec.Usages, now - _backdate, now + Duration(csr));
        var pem = certificate.ExportCertificatePem() + "\n";
        await WriteAsync(csr with { Status = csr.Status with { Certificate = Bytes.FromText(pem) } }, cancellationToken).ConfigureAwait(false);
    }

    private TimeSpan Duration(CertificateSigningRequest csr)
    {
        var longest = _context.Options.ClusterSigningDuration;
        if (csr.Spec.ExpirationSeconds is not { } seconds)
        {
            return longest;
        }

        var asked = TimeSpan.FromSeconds(seconds);
        return asked > longest ? longest : asked < _shortest ? _shortest : asked;
    }

    private async ValueTask WriteAsync(CertificateSigningRequest csr, CancellationToken cancellationToken) =>
        (await _context.Client.UpdateStatusAsync(csr, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
}
