using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Requests to sign a certificate. Who asks is written into the request; only its approval and its status change later.</summary>
internal sealed class CertificateSigningRequestRules : KindRules<CertificateSigningRequest>
{
    private const int Shortest = 600;

    private static readonly string[] _usages =
    [
        "any", "cert sign", "client auth", "code signing", "content commitment", "crl sign", "data encipherment", "decipher only", "digital signature",
        "email protection", "encipher only", "ipsec end system", "ipsec tunnel", "ipsec user", "key agreement", "key encipherment", "microsoft sgc",
        "netscape sgc", "ocsp signing", "s/mime", "server auth", "signing", "timestamping",
    ];

    private static readonly CertificateSubresourceRules _approval = new(true);
    private static readonly CertificateSubresourceRules _status = new(false);

    public override bool AllowUnconditionalUpdate => false;

    protected override bool CoreMetadata => false;

    protected override IReadOnlyList<string> CheckName(string name, bool prefix) => [];

    protected override CertificateSigningRequest OnCreate(CertificateSigningRequest obj, RequestFacts facts) => obj with
    {
        Spec = obj.Spec with { Username = facts.User, Uid = facts.Uid, Groups = facts.Groups, Extra = facts.Extra },
        Status = CertificateSigningRequestStatus.Empty,
    };

    protected override CertificateSigningRequest OnUpdate(CertificateSigningRequest obj, CertificateSigningRequest old, RequestFacts facts) =>
        obj with { Spec = old.Spec, Status = old.Status };

    protected override void Validate(CertificateSigningRequest obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Validate(obj, old: null, false, errors);
    }

    protected override void ValidateUpdate(CertificateSigningRequest obj, CertificateSigningRequest old, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Validate(obj, old, false, errors);
        ValidateMetaUpdate(obj, old, errors);
    }

    public override SubresourceRules? Subresource(string name) => name switch
    {
        "approval" => _approval,
        "status" => _status,
        _ => null,
    };

    /// <summary>Adds what is wrong with a request, but for its metadata; what was wrong before may stay.</summary>
    public static void Validate(CertificateSigningRequest obj, CertificateSigningRequest? old, bool checkCertificate, ErrorList errors)
    {
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        if (RequestProblem(spec.Request) is { } problem)
        {
            errors.Invalid(path.Child("request"), spec.Request.IsEmpty ? FieldValue.Null : Convert.ToBase64String(spec.Request.Span), problem);
        }

        if (spec.Usages.IsEmpty)
        {
            errors.Required(path.Child("usages"));
        }

        var anyUsages = old is not null && old.Spec.Usages.Any(usage => !_usages.Contains(usage));
        var twice = old is not null && old.Spec.Usages.Distinct(StringComparer.Ordinal).Count() < old.Spec.Usages.Count;
        for (var i = 0; i < spec.Usages.Count && !anyUsages; i++)
        {
            Check.Supported(spec.Usages[i], path.Child("usages").Index(i), errors, _usages);
        }

        for (var i = 0; i < spec.Usages.Count && !twice; i++)
        {
            if (spec.Usages.Take(i).Contains(spec.Usages[i]))
            {
                errors.Duplicate(path.Child("usages").Index(i), spec.Usages[i]);
            }
        }

        if (spec.SignerName == "kubernetes.io/legacy-unknown" && old is null)
        {
            errors.Invalid(path.Child("signerName"), spec.SignerName, "the legacy signerName is not allowed via this API version");
        }
        else
        {
            SignerNames.Validate(spec.SignerName, path.Child("signerName"), errors);
        }

        if (spec.ExpirationSeconds is { } seconds and < Shortest)
        {
            errors.Invalid(path.Child("expirationSeconds"), seconds, "may not specify a duration less than 600 seconds (10 minutes)");
        }

        CertificateConditions.Validate(obj.Status.Conditions, FieldPath.Of("status", "conditions"), errors);
        if (checkCertificate && old is not null && obj.Status.Certificate != old.Status.Certificate && !obj.Status.Certificate.IsEmpty && CertificateProblem(obj.Status.Certificate) is { } wrong)
        {
            errors.Invalid(FieldPath.Of("status", "certificate"), "<certificate data>", wrong);
        }
    }

    private static string? RequestProblem(Bytes request)
    {
        var text = request.ToString();
        if (!PemEncoding.TryFind(text, out var block) || text[block.Label] != "CERTIFICATE REQUEST")
        {
            return "PEM block type must be CERTIFICATE REQUEST";
        }

        try
        {
            CertificateRequest.LoadSigningRequest(Convert.FromBase64String(text[block.Base64Data]), HashAlgorithmName.SHA256, CertificateRequestLoadOptions.SkipSignatureValidation | CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
            return null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException)
        {
            return "asn1: structure error: malformed certificate request";
        }
    }

    private static string? CertificateProblem(Bytes pem)
    {
        var text = pem.ToString();
        var found = false;
        for (var rest = text; PemEncoding.TryFind(rest, out var block); rest = rest[block.Location.End..])
        {
            if (rest[block.Label] != "CERTIFICATE")
            {
                return $"only CERTIFICATE PEM blocks are allowed, found {GoText.Quote(rest[block.Label])}";
            }

            found = true;
            try
            {
                using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(rest[block.Base64Data]));
            }
            catch (Exception wrong) when (wrong is CryptographicException or FormatException)
            {
                return "found CERTIFICATE PEM block containing invalid certificate data";
            }
        }

        return found ? null : "must contain at least one CERTIFICATE PEM block";
    }
}
