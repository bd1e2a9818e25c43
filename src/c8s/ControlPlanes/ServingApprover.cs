using System.Net;
using System.Security.Cryptography;
using System.Threading.Channels;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Informers.Caching;
using Cybernetes.Pki;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ControlPlanes;

/// <summary>
/// Approves what kubelets ask to serve with, where a node asks for itself and for no other name or address than its Node object has. Upstream leaves this
/// to people.
/// </summary>
internal sealed class ServingApprover(KubeClient client, ILoggerFactory logs)
{
    private const string Signer = "kubernetes.io/kubelet-serving";

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var names = Channel.CreateUnbounded<string>();
        var informer = new SharedInformer<CertificateSigningRequest>(client, ResourceOf<CertificateSigningRequest>.Declared, new InformerScope(FieldSelector: "spec.signerName=" + Signer), logs.CreateLogger("serving-approver"));
        using var hearing = informer.AddHandler(csr => names.Writer.TryWrite(csr.Metadata.Name), (_, _) => { }, _ => { });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = informer.RunAsync(stop.Token);
        try
        {
            await foreach (var name in names.Reader.ReadAllAsync(cancellationToken))
            {
                if (informer.Get("", name) is { } csr && csr.Status.Conditions.IsEmpty)
                {
                    await DecideAsync(csr, cancellationToken);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whether a node may have what it asks for. Pure.</summary>
    public static bool MayHave(CertificateSigningRequest csr, SigningRequest request, Node node)
    {
        var (dns, ips) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase) { node.Metadata.Name }, new HashSet<IPAddress>());
        foreach (var address in node.Status.Addresses)
        {
            if (IPAddress.TryParse(address.Address, out var ip))
            {
                ips.Add(ip);
            }
            else
            {
                dns.Add(address.Address);
            }
        }

        return csr.Spec.Username == $"system:node:{node.Metadata.Name}" && csr.Spec.Groups.Contains("system:nodes") && request.Subject.CommonName == csr.Spec.Username
            && request.Names.DnsNames.All(dns.Contains) && request.Names.IpAddresses.All(ips.Contains)
            && request.Names.EmailAddresses.Count + request.Names.Uris.Count == 0;
    }

    private async Task DecideAsync(CertificateSigningRequest csr, CancellationToken cancellationToken)
    {
        SigningRequest request;
        try
        {
            request = SigningRequest.FromPem(csr.Spec.Request.ToString());
        }
        catch (CryptographicException)
        {
            return;
        }

        var prefix = "system:node:";
        var name = csr.Spec.Username.StartsWith(prefix, StringComparison.Ordinal) ? csr.Spec.Username[prefix.Length..] : "";
        if (name.Length == 0 || (await client.GetAsync<Node>("", name, cancellationToken)).OrNull() is not { } node || !MayHave(csr, request, node))
        {
            return;
        }

        var now = Time.Now(client.Time);
        var approved = new CertificateSigningRequestCondition
        {
            Type = "Approved", Status = "True", Reason = "AutoApproved", Message = "The node asks for its own name and addresses", LastUpdateTime = now, LastTransitionTime = now,
        };
        (await client.UpdateAsync(csr with { Status = csr.Status with { Conditions = [approved] } }, "approval", cancellationToken: cancellationToken)).OrNull();
    }
}
