using Cybernetes.Api.CertificatesV1;
using Cybernetes.Pki;

namespace Cybernetes.Controllers.Certificates;

/// <summary>What the built-in signers ask of a request. Pure.</summary>
public static class Signers
{
    /// <summary>Certificates by which users show themselves to the API server.</summary>
    public const string Client = "kubernetes.io/kube-apiserver-client";

    /// <summary>Certificates by which kubelets show themselves to the API server.</summary>
    public const string KubeletClient = "kubernetes.io/kube-apiserver-client-kubelet";

    /// <summary>Certificates that kubelets serve with.</summary>
    public const string KubeletServing = "kubernetes.io/kubelet-serving";

    /// <summary>Anything else, from before there were signer names.</summary>
    public const string Legacy = "kubernetes.io/legacy-unknown";

    private const string NodesGroup = "system:nodes";
    private const string NodePrefix = "system:node:";

    private static readonly HashSet<string> _clientUsages = ["key encipherment", "digital signature", "client auth"];
    private static readonly HashSet<string> _servingUsages = ["key encipherment", "digital signature", "server auth"];

    /// <summary>Why a request is not to be signed; null where it is.</summary>
    public static string? Refuse(string signer, SigningRequest request, IReadOnlyCollection<string> usages) => signer switch
    {
        Client => usages.Contains("client auth") && usages.All(_clientUsages.Contains) ? null : "invalid usages for client certificate, must include \"client auth\" and not include unknown usages",
        KubeletClient => RefuseKubeletClient(request, usages),
        KubeletServing => RefuseKubeletServing(request, usages),
        Legacy => null,
        _ => "unknown signer",
    };

    /// <summary>Whether a request is one of a kubelet for its client certificate.</summary>
    public static string? RefuseKubeletClient(SigningRequest request, IReadOnlyCollection<string> usages)
    {
        if (!request.Subject.Organizations.SequenceEqual([NodesGroup]))
        {
            return "subject organization is not system:nodes";
        }

        if (request.Names.DnsNames.Count > 0)
        {
            return "DNS subjectAltNames are not allowed";
        }

        if (request.Names != SubjectNames.Empty && (request.Names.IpAddresses.Count > 0 || request.Names.EmailAddresses.Count > 0 || request.Names.Uris.Count > 0))
        {
            return "IP, email and URI subjectAltNames are not allowed";
        }

        return !request.Subject.CommonName.StartsWith(NodePrefix, StringComparison.Ordinal)
            ? "subject common name does not begin with system:node:"
            : UsagesFit(usages, _clientUsages, "client auth") ? null : "usages did not match [key encipherment digital signature client auth]";
    }

    /// <summary>Whether a request is of a node about itself.</summary>
    public static bool IsSelf(CertificateSigningRequest csr, SigningRequest request) => csr.Spec.Username == request.Subject.CommonName;

    private static string? RefuseKubeletServing(SigningRequest request, IReadOnlyCollection<string> usages)
    {
        if (!request.Subject.Organizations.SequenceEqual([NodesGroup]))
        {
            return "subject organization is not system:nodes";
        }

        if (request.Names.DnsNames.Count + request.Names.IpAddresses.Count == 0)
        {
            return "DNS or IP subjectAltName is required";
        }

        if (request.Names.EmailAddresses.Count + request.Names.Uris.Count > 0)
        {
            return "email and URI subjectAltNames are not allowed";
        }

        return !request.Subject.CommonName.StartsWith(NodePrefix, StringComparison.Ordinal)
            ? "subject common name does not begin with system:node:"
            : UsagesFit(usages, _servingUsages, "server auth") ? null : "usages did not match [key encipherment digital signature server auth]";
    }

    private static bool UsagesFit(IReadOnlyCollection<string> usages, HashSet<string> allowed, string purpose) =>
        usages.Contains("digital signature") && usages.Contains(purpose) && usages.All(allowed.Contains);
}
