using Cybernetes.Api.FlowControlV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Whose requests a flow schema is about.</summary>
internal static class FlowSubjectRules
{
    public static void Validate(Subject subject, FieldPath at, ErrorList errors)
    {
        switch (subject.Kind)
        {
            case "ServiceAccount":
                Account(subject.ServiceAccount, at.Child("serviceAccount"), errors);
                break;
            case "User":
                Named(subject.User?.Name, "user", "User", at.Child("user"), errors);
                break;
            case "Group":
                Named(subject.Group?.Name, "group", "Group", at.Child("group"), errors);
                break;
            default:
                errors.NotSupported(at.Child("kind"), subject.Kind, "Group", "ServiceAccount", "User");
                return;
        }

        Only(subject.ServiceAccount is not null, "serviceAccount", "ServiceAccount", subject.Kind, at, errors);
        Only(subject.User is not null, "user", "User", subject.Kind, at, errors);
        Only(subject.Group is not null, "group", "Group", subject.Kind, at, errors);
    }

    private static void Only(bool present, string field, string kind, string wanted, FieldPath at, ErrorList errors)
    {
        if (present && kind != wanted)
        {
            errors.Forbidden(at.Child(field), $"{field} is forbidden when subject kind is not '{kind}'");
        }
    }

    private static void Named(string? name, string field, string kind, FieldPath path, ErrorList errors)
    {
        if (name is null)
        {
            errors.Required(path, $"{field} is required when subject kind is '{kind}'");
        }
        else
        {
            Check.Required(name, path.Child("name"), errors);
        }
    }

    private static void Account(ServiceAccountSubject? account, FieldPath path, ErrorList errors)
    {
        if (account is null)
        {
            errors.Required(path, "serviceAccount is required when subject kind is 'ServiceAccount'");
            return;
        }

        if (account.Name.Length == 0)
        {
            errors.Required(path.Child("name"));
        }
        else if (account.Name != "*")
        {
            errors.Invalid(path.Child("name"), account.Name, Names.Dns1123Subdomain(account.Name));
        }

        if (account.Namespace.Length > 0)
        {
            Check.Label(account.Namespace, path.Child("namespace"), errors);
        }
        else
        {
            errors.Required(path.Child("namespace"), "must specify namespace for service account");
        }
    }
}
