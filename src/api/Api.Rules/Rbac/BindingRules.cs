using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.Api.Rules;

/// <summary>What bindings of roles, of a namespace or of the cluster, have in common.</summary>
internal static class BindingRules
{
    private const string Group = "rbac.authorization.k8s.io";

    public static RoleRef Default(RoleRef role) => role with { ApiGroup = role.ApiGroup.Or(Group) };

    public static ValueList<Subject> Default(ValueList<Subject> subjects) =>
        subjects.Update(subject => subject.ApiGroup.Length == 0 && subject.Kind is "User" or "Group" ? subject with { ApiGroup = Group } : subject);

    public static void Validate(RoleRef role, ValueList<Subject> subjects, bool namespaced, ErrorList errors)
    {
        var path = FieldPath.Of("roleRef");
        Check.Supported(role.ApiGroup, path.Child("apiGroup"), errors, Group);
        Check.Supported(role.Kind, path.Child("kind"), errors, namespaced ? ["Role", "ClusterRole"] : ["ClusterRole"]);
        if (role.Name.Length == 0)
        {
            errors.Required(path.Child("name"));
        }
        else
        {
            errors.Invalid(path.Child("name"), role.Name, NameRules.PathSegment(role.Name, false));
        }

        for (var i = 0; i < subjects.Count; i++)
        {
            One(subjects[i], namespaced, FieldPath.Of("subjects").Index(i), errors);
        }
    }

    public static void ValidateUpdate(RoleRef role, RoleRef old, ErrorList errors)
    {
        if (role != old)
        {
            errors.Invalid(FieldPath.Of("roleRef"), GoDump.Of(role), "cannot change roleRef");
        }
    }

    private static void One(Subject subject, bool namespaced, FieldPath at, ErrorList errors)
    {
        if (subject.Name.Length == 0)
        {
            errors.Required(at.Child("name"));
        }

        switch (subject.Kind)
        {
            case "ServiceAccount":
                if (subject.Name.Length > 0)
                {
                    Check.Subdomain(subject.Name, at.Child("name"), errors);
                }

                Check.Supported(subject.ApiGroup, at.Child("apiGroup"), errors, "");
                if (!namespaced)
                {
                    Check.Required(subject.Namespace, at.Child("namespace"), errors);
                }

                break;
            case "User" or "Group":
                Check.Supported(subject.ApiGroup, at.Child("apiGroup"), errors, Group);
                break;
            default:
                Check.Supported(subject.Kind, at.Child("kind"), errors, "ServiceAccount", "User", "Group");
                break;
        }
    }
}
