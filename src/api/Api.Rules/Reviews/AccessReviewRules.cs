using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What reviews of access have in common.</summary>
internal static class AccessReviewRules
{
    private const string Both = "cannot be specified in combination with resourceAttributes";
    private const string One = "exactly one of nonResourceAttributes or resourceAttributes must be specified";

    public static void Attributes(ResourceAttributes? resource, NonResourceAttributes? other, ErrorList errors)
    {
        var path = FieldPath.Of("spec");
        if (resource is not null && other is not null)
        {
            errors.Invalid(path.Child("nonResourceAttributes"), GoDump.Of(other), Both);
        }

        if (resource is null && other is null)
        {
            errors.Invalid(path.Child("resourceAttributes"), FieldValue.Null, One);
        }

        if (resource is not null)
        {
            Selectors(resource, path.Child("resourceAttributes"), errors);
        }
    }

    public static void User(string user, ValueList<string> groups, ErrorList errors)
    {
        if (user.Length == 0 && groups.IsEmpty)
        {
            errors.Invalid(FieldPath.Of("spec", "user"), user, "at least one of user or group must be specified");
        }
    }

    private static void Selectors(ResourceAttributes resource, FieldPath path, ErrorList errors)
    {
        if (resource.FieldSelector is { } fields)
        {
            var at = path.Child("fieldSelector");
            Raw(fields.RawSelector, fields.Requirements.Count, at, errors);
            for (var i = 0; i < fields.Requirements.Count; i++)
            {
                var (row, here) = (fields.Requirements[i], at.Child("requirements").Index(i));
                if (row.Key.Length == 0)
                {
                    errors.Required(here.Child("key"), "must be specified");
                }

                Values(row.Operator, row.Values, here, errors);
            }
        }

        if (resource.LabelSelector is { } labels)
        {
            var at = path.Child("labelSelector");
            Raw(labels.RawSelector, labels.Requirements.Count, at, errors);
            for (var i = 0; i < labels.Requirements.Count; i++)
            {
                var (row, here) = (labels.Requirements[i], at.Child("requirements").Index(i));
                Check.QualifiedName(row.Key, here.Child("key"), errors);
                Values(row.Operator, row.Values, here, errors);
            }
        }
    }

    private static void Values(string op, ValueList<string> values, FieldPath at, ErrorList errors)
    {
        if (op is "In" or "NotIn" && values.IsEmpty)
        {
            errors.Required(at.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
        }
        else if (op is "Exists" or "DoesNotExist" && !values.IsEmpty)
        {
            errors.Forbidden(at.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }
    }

    private static void Raw(string raw, int requirements, FieldPath at, ErrorList errors)
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
}
