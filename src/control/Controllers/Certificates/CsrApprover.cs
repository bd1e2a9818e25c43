using System.Security.Cryptography;
using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;
using Cybernetes.Pki;

namespace Cybernetes.Controllers.Certificates;

/// <summary>Approves kubelets' requests for client certificates where access control lets the requester have them.</summary>
public sealed class CsrApprover : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<CertificateSigningRequest> _requests;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public CsrApprover(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("certificate_csrapproving", 5, ReconcileAsync);
        _requests = context.Informers.For<CertificateSigningRequest>();
        _requests.AddHandler(request => _host.Queue.Add(request.Metadata.Name), (_, request) => _host.Queue.Add(request.Metadata.Name));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private async ValueTask ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_requests.Get("", name) is not { Spec.SignerName: Signers.KubeletClient } csr || !csr.Status.Certificate.IsEmpty || !csr.Status.Conditions.IsEmpty || Parse(csr) is not { } request
            || Signers.RefuseKubeletClient(request, csr.Spec.Usages) is not null)
        {
            return;
        }

        var candidates = Signers.IsSelf(csr, request)
            ? [("selfnodeclient", "Auto approving self kubelet client certificate after SubjectAccessReview."), ("nodeclient", "Auto approving kubelet client certificate after SubjectAccessReview.")]
            : new (string, string)[] { ("nodeclient", "Auto approving kubelet client certificate after SubjectAccessReview.") };
        foreach (var (subresource, message) in candidates)
        {
            if (await IsAllowedAsync(csr, subresource, cancellationToken).ConfigureAwait(false))
            {
                var now = _context.Now;
                var approved = new CertificateSigningRequestCondition
                {
                    Type = "Approved", Status = "True", Reason = "AutoApproved", Message = message, LastUpdateTime = now, LastTransitionTime = now,
                };
                var changed = csr with { Status = csr.Status with { Conditions = csr.Status.Conditions.Add(approved) } };
                (await _context.Client.UpdateAsync(changed, "approval", cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
                return;
            }
        }

        throw new IOException($"recognized csr \"{name}\" as [{string.Join(' ', candidates.Select(candidate => candidate.Item1))}] but subject access review was not approved");
    }

    internal static SigningRequest? Parse(CertificateSigningRequest csr)
    {
        try
        {
            return SigningRequest.FromPem(csr.Spec.Request.ToString());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async ValueTask<bool> IsAllowedAsync(CertificateSigningRequest csr, string subresource, CancellationToken cancellationToken)
    {
        var review = new SubjectAccessReview
        {
            Spec = new SubjectAccessReviewSpec
            {
                User = csr.Spec.Username,
                Uid = csr.Spec.Uid,
                Groups = csr.Spec.Groups,
                Extra = csr.Spec.Extra,
                ResourceAttributes = new ResourceAttributes { Group = "certificates.k8s.io", Resource = "certificatesigningrequests", Subresource = subresource, Verb = "create", Version = "*" },
            },
        };
        return (await _context.Client.CreateAsync(review, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow().Status.Allowed;
    }
}
