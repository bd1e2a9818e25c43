using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Authorization.Reviews;

/// <summary>What is wrong with a review, in upstream's words. Pure.</summary>
internal static class ReviewValidation
{
    public static ErrorList Spec(SubjectAccessReviewSpec spec)
    {
        var errors = What(spec.ResourceAttributes, spec.NonResourceAttributes);
        if (spec.User.Length == 0 && spec.Groups.IsEmpty)
        {
            errors.Invalid(FieldPath.Of("spec", "user"), spec.User, "at least one of user or group must be specified");
        }
        return errors;
    }

    public static ErrorList What(ResourceAttributes? resource, NonResourceAttributes? path)
    {
        var errors = new ErrorList();
        var spec = FieldPath.Of("spec");
        if (resource is not null && path is not null)
        {
            errors.Invalid(spec.Child("nonResourceAttributes"), Json(path), "cannot be specified in combination with resourceAttributes");
        }
        if (resource is null && path is null)
        {
            errors.Invalid(spec.Child("resourceAttributes"), FieldValue.Null, "exactly one of nonResourceAttributes or resourceAttributes must be specified");
        }
        if (resource?.FieldSelector is { } fields)
        {
            var at = spec.Child("resourceAttributes").Child("fieldSelector");
            Selector(errors, at, fields.RawSelector, fields.Requirements.Count);
            for (var i = 0; i < fields.Requirements.Count; i++)
            {
                var requirement = fields.Requirements[i];
                var item = at.Child("requirements").Index(i);
                if (requirement.Key.Length == 0)
                {
                    errors.Required(item.Child("key"), "must be specified");
                }
                Values(errors, item, requirement.Operator, requirement.Values);
            }
        }
        if (resource?.LabelSelector is { } labels)
        {
            var at = spec.Child("resourceAttributes").Child("labelSelector");
            Selector(errors, at, labels.RawSelector, labels.Requirements.Count);
            for (var i = 0; i < labels.Requirements.Count; i++)
            {
                var item = at.Child("requirements").Index(i);
                Values(errors, item, labels.Requirements[i].Operator, labels.Requirements[i].Values);
                errors.Invalid(item.Child("key"), labels.Requirements[i].Key, Names.QualifiedName(labels.Requirements[i].Key));
            }
        }
        return errors;
    }

    public static void Metadata(ErrorList errors, ObjectMeta metadata, bool namespaced)
    {
        var rest = metadata with { ManagedFields = default, Namespace = namespaced ? "" : metadata.Namespace };
        if (!rest.Equals(ObjectMeta.Empty))
        {
            errors.Invalid(FieldPath.Of("metadata"), FieldValue.Json(MessageText.Of(metadata)), namespaced ? "must be empty except for namespace" : "must be empty");
        }
    }

    // Upstream prints its internal type here, whose fields have no JSON names.
    public static FieldValue Json(NonResourceAttributes path) =>
        FieldValue.Json($"{{\"Path\":{GoText.Quote(path.Path)},\"Verb\":{GoText.Quote(path.Verb)}}}");

    private static void Selector(ErrorList errors, FieldPath at, string raw, int requirements)
    {
        if (raw.Length > 0 && requirements > 0)
        {
            errors.Invalid(at.Child("rawSelector"), raw, "may not specified at the same time as requirements");
        }
        if (raw.Length == 0 && requirements == 0)
        {
            errors.Required(at.Child("requirements"), $"when {at} is specified, requirements or rawSelector is required");
        }
    }

    private static void Values(ErrorList errors, FieldPath item, string @operator, ValueList<string> values)
    {
        if (@operator is "In" or "NotIn" && values.IsEmpty)
        {
            errors.Required(item.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
        }
        if (@operator is "Exists" or "DoesNotExist" && !values.IsEmpty)
        {
            errors.Forbidden(item.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }
    }
}
