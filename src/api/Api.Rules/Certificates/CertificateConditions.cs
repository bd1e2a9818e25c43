using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What became of a signing request.</summary>
internal static class CertificateConditions
{
    /// <summary>Adds what is wrong with conditions.</summary>
    public static void Validate(ValueList<CertificateSigningRequestCondition> conditions, FieldPath path, ErrorList errors)
    {
        var (approved, denied) = (false, false);
        for (var i = 0; i < conditions.Count; i++)
        {
            var (condition, at) = (conditions[i], path.Index(i));
            Check.Required(condition.Type, at.Child("type"), errors);
            approved |= condition.Type == "Approved";
            denied |= condition.Type == "Denied";
            if (approved && denied && condition.Type is "Approved" or "Denied")
            {
                errors.Invalid(at.Child("type"), condition.Type, "Approved and Denied conditions are mutually exclusive");
            }

            var final = condition.Type is "Approved" or "Denied" or "Failed";
            if (final)
            {
                Check.OneOf(condition.Status, at.Child("status"), errors, "True");
            }
            else
            {
                Check.OneOf(condition.Status, at.Child("status"), errors, "False", "True", "Unknown");
            }

            if (conditions.Take(i).Any(other => other.Type == condition.Type))
            {
                errors.Duplicate(at.Child("type"), condition.Type);
            }
        }
    }

    /// <summary>Conditions with the times that their writer left open; a transition's time stays while the status does.</summary>
    public static ValueList<CertificateSigningRequestCondition> Timed(ValueList<CertificateSigningRequestCondition> conditions, ValueList<CertificateSigningRequestCondition> old, Time now) =>
        conditions.Update(condition =>
        {
            condition = condition.LastUpdateTime.IsZero ? condition with { LastUpdateTime = now } : condition;
            if (!condition.LastTransitionTime.IsZero)
            {
                return condition;
            }

            var before = old.FirstOrDefault(other => other.Type == condition.Type);
            return condition with { LastTransitionTime = before is not null && before.Status == condition.Status && !before.LastTransitionTime.IsZero ? before.LastTransitionTime : now };
        });

    /// <summary>Adds what may not come or go by a write: approvals only by <c>/approval</c>, and no final condition is ever taken back.</summary>
    public static void ValidateUpdate(CertificateSigningRequest obj, CertificateSigningRequest old, bool approving, ErrorList errors)
    {
        foreach (var type in new[] { "Approved", "Denied", "Failed" })
        {
            var (now, before) = (Of(obj, type), Of(old, type));
            var mayCome = type == "Failed" ? !approving : approving;
            if (now.Count < before.Count)
            {
                errors.Forbidden(FieldPath.Of("status", "conditions"), $"updates may not remove a condition of type {GoText.Quote(type)}");
            }
            else if (now.Count > before.Count && !mayCome)
            {
                errors.Forbidden(FieldPath.Of("status", "conditions"), $"updates may not add a condition of type {GoText.Quote(type)}");
            }
            else if (!now.SequenceEqual(before) && !mayCome)
            {
                errors.Forbidden(FieldPath.Of("status", "conditions"), $"updates may not modify a condition of type {GoText.Quote(type)}");
            }
        }
    }

    private static List<CertificateSigningRequestCondition> Of(CertificateSigningRequest request, string type) => [.. request.Status.Conditions.Where(condition => condition.Type == type)];
}
