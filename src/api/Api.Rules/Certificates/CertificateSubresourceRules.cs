using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Writes to a signing request's <c>/approval</c> and <c>/status</c>: the one decides, the other delivers.</summary>
internal sealed class CertificateSubresourceRules(bool approving) : SubresourceRules<CertificateSigningRequest>
{
    protected override CertificateSigningRequest OnUpdate(CertificateSigningRequest obj, CertificateSigningRequest old, RequestFacts facts)
    {
        var conditions = approving ? obj.Status.Conditions : Kept(obj.Status.Conditions, old.Status.Conditions);
        return obj with
        {
            Spec = old.Spec,
            Status = obj.Status with
            {
                Certificate = approving ? old.Status.Certificate : obj.Status.Certificate,
                Conditions = CertificateConditions.Timed(conditions, old.Status.Conditions, facts.Now),
            },
        };
    }

    protected override void ValidateUpdate(CertificateSigningRequest obj, CertificateSigningRequest old, ErrorList errors)
    {
        CertificateSigningRequestRules.Validate(obj, old, !approving, errors);
        MetaRules.ValidateUpdate(obj.Metadata, old.Metadata, FieldPath.Of("metadata"), errors);
        CertificateConditions.ValidateUpdate(obj, old, approving, errors);
        if (!approving && !old.Status.Certificate.IsEmpty && obj.Status.Certificate != old.Status.Certificate)
        {
            errors.Forbidden(FieldPath.Of("status", "certificate"), "updates may not modify a certificate that has been set");
        }
    }

    // A status write that does not name the decision leaves it as it is.
    private static ValueList<CertificateSigningRequestCondition> Kept(ValueList<CertificateSigningRequestCondition> conditions, ValueList<CertificateSigningRequestCondition> old)
    {
        foreach (var decision in old.Where(condition => condition.Type is "Approved" or "Denied"))
        {
            conditions = conditions.Any(condition => condition.Type == decision.Type) ? conditions : conditions.Add(decision);
        }

        return conditions;
    }
}
